"""`emploi.exercice`: a fictitious job centre, whose visits end when nobody does anything, sometimes in the middle."""
