"""What lies over the page for a moment, inside the guest's window: questions, the choice of a paper, its reading."""
