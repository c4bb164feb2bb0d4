"""Every screen of the program in every look, laid on sheets to be judged by eye, and looked at by a machine first."""
