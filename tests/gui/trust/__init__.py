"""Tests of the colour over what is invented."""
