"""Parts of a photo, painted: more faithful or more realistic than the rest, or another variant."""
