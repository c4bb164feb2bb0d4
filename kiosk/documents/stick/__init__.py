"""The person's USB stick: a copy goes onto it, nothing of it is shown or run."""
