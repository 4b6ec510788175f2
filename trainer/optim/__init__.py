"""Optimizers and their states."""
