"""The photos of the window: how they come in, wait, run and end."""
