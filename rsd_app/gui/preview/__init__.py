"""The live preview: what is seen is computed first."""
