"""The page probe: what the guest can see of a page, and the ring that it draws there. Trusts nothing that it hears."""
