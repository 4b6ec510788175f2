"""Figures for pairs and sets of pictures, and reports of them."""
