"""The published networks (ResShift, SinSR, RSD), tile by tile."""
