"""Convolutions in float32 on a CPU, faster than torch's own."""
