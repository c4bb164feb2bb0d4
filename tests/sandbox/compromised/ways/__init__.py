"""The attempts, by what they aim at. Each returns what it got hold of; what the kernel refuses is an OSError."""
