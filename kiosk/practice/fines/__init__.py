"""`contraventions.exercice`: fictitious fines to pay or to contest, with a queue; `paiement.exercice`: the bank's card
form, which the fines show in a frame."""
