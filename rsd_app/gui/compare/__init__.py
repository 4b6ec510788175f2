"""The picture part of the window: what is compared, and how it is drawn."""
