"""Colours, icons, languages and words."""
