"""What lies over the page for a moment, inside the guest's own window: questions, the choice of a paper, its reading."""
