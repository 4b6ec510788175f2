"""Speed, memory and trust, measured."""
