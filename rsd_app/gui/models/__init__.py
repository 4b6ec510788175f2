"""Models in the window: what is installed, bringing in others, taking out."""
