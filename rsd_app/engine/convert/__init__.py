"""Model files changed after training, and exported for other programs."""
