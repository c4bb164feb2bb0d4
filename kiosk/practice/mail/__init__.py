"""`messagerie.exercice`: a fictitious mailbox, with two messages, a certificate to print and an attachment to send."""
