"""`ecole.exercice`: a fictitious school service, with a grant and the canteen, a calendar, limits for papers."""
