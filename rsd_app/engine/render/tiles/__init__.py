"""Networks that see a whole tile at once: tile by tile, neighbours fading into each other."""
