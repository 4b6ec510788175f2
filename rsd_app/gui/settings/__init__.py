"""What is chosen for the photos: the panel, presets, and the file that remembers."""
