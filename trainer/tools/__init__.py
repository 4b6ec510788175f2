"""Answers to a window's questions, and tools around a training."""
