"""Photos: which are fit, how they are read, crops of them."""
