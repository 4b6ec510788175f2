"""The bundled model: restores and enlarges photos four times."""

from trainer.config import NetworkConfig, Recipe

RECIPE = Recipe(
    name="restore-x4",
    description="For photos of any origin: enlarges four times and removes blur, noise and compression.",
    # Beside (64, 96, 192) with (2, 2, 4) blocks this has 6.9 instead of 4.3 M parameters for 6 % more time a
    # step, for wide layers use the processor's matrix units better; see trainer/RESULTS.md.
    network=NetworkConfig(widths=(64, 128, 256), blocks=(1, 2, 4)),
)
