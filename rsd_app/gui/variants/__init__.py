"""Other samples of what is seen, one network pass each: to choose from, and to see where they differ."""
