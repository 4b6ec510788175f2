"""The comparison on the screen: the view, and what lies over it."""
