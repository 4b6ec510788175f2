"""Widgets of the wizard's pages."""
