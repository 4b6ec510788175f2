"""Networks and codecs as a training builds them, and what they are given."""
