"""A training from start to finish: directory, loop, checkpoints, health."""
