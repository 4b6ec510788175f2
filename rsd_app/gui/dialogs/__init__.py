"""Windows beside the window: the sheet of shortcuts, About."""
