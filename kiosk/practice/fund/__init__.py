"""`caisse.exercice`: a fictitious allowance fund, with an account, a code by phone, a long request and documents."""
