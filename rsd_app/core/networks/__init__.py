"""Networks and codecs, built from plain arguments."""
