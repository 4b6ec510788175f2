"""What decides the pixels of a result, and the record of it."""
