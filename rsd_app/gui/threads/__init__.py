"""Work in the background, and what keeps the window alive meanwhile."""
