"""Nothing stays: canaries of every kind are planted in sessions that end in every way, and then searched for."""
