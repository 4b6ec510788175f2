"""Tests of the brush."""
