"""A post under proof: screen, program, person, devices, and the search for what they leave."""
