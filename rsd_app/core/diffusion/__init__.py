"""Residual-shifting diffusion: schedule, process and the one-step generator."""
