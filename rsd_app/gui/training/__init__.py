"""A model of one's own, in six steps."""
