"""Colour spaces and profiles; whether a photo is black and white."""
