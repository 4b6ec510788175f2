"""Losses of the distillation: RSD, perceptual, adversarial."""
