"""What makes a well-written procedure a bad guide: pages that come twice, targets that are two things, hard words."""
