"""Files and messages exchanged with the desktop."""
