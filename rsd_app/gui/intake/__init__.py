"""How photos come in."""
