"""File formats: which there are, and decoders for what libvips does not read."""
