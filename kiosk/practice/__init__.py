"""The practice administration: fictitious services under `*.exercice` that behave as the real ones do."""
