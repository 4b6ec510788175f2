"""Secondary windows: the sheet of shortcuts, About."""
