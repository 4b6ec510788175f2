"""LPIPS and the weights that metrics need."""
