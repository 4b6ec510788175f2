"""Model files and the weights of others, read without running anything."""
