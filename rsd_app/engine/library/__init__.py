"""Installed models, and files that become models."""
