"""Photos and their settings, changed through an undo stack."""
