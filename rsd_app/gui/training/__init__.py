"""A model of your own, in six steps."""
