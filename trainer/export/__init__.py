"""A finished run as a model file, with its card."""
