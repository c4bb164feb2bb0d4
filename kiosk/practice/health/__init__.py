"""`sante.exercice`: a fictitious health-insurance account built of web components, opened by a code by phone."""
