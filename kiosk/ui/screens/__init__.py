"""The pages of the shell's full screen, one file each. They show and ask; they decide nothing."""
