"""Ways to a model: teacher, RSD, SinSR, direct."""
