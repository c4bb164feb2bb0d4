"""Where papers are opened: each job in a short-lived sandbox of its own, with limits of time and memory."""
