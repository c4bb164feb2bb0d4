"""`finances.exercice`: a fictitious tax office, entered by redirection over `cle-unique.exercice` and a provider."""
