"""The published ResShift, SinSR and RSD networks."""
