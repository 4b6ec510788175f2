"""Pictures in and out: read.py and write.py are the doors, the other modules serve them."""
