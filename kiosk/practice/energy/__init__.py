"""`energie.exercice`: a fictitious energy service in one page, with addresses to look up and slow answers."""
