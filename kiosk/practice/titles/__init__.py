"""`titres.exercice`: a fictitious titles agency, a single-page application with a photo and a number to keep."""
