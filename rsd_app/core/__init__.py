"""What both the application and the trainer use: torch and numpy, never Qt."""
