"""The trainer: a ResShift teacher, then its distillation to one step (RSD). Headless."""
