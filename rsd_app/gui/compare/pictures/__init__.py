"""What is compared, in pieces: scenes, tiles of them, and the files behind."""
