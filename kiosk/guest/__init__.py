"""What runs inside the sandbox: the browser, the step panel, the tray. Trusts no page, and nobody trusts it."""
