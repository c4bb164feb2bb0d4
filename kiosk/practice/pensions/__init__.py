"""`pensions.exercice`: a fictitious pension office: closed for upkeep at first, slow, part of its form in a frame."""
