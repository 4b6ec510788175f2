"""Damage for training: kinds as data, and the steps that make it."""
