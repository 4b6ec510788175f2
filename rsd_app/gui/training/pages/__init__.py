"""The six steps of the wizard."""
