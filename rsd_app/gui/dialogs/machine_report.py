"""What the window asks the engine once: models, devices, and a report for bug reports. Runs on its thread."""

from __future__ import annotations

import importlib.metadata
import platform
from dataclasses import dataclass

from PySide6.QtCore import qVersion

from rsd_app import __version__
from rsd_app.core.progress import CancelToken
from rsd_app.engine.render.pool import ModelPool
from rsd_app.gui.models.shelf import as_choice
from rsd_app.gui.settings.model_box import ModelChoice
from rsd_app.gui.threads.quiet_import import import_torch

PACKAGES = ("PySide6_Essentials", "torch", "numpy", "pyvips", "pillow", "safetensors", "qtawesome", "platformdirs")


@dataclass(frozen=True)
class MachineReport:
    """What there is to work with."""

    device: str  # the one that "auto" takes, in words
    devices: tuple[tuple[str, str], ...]  # beside auto and cpu: value, text
    models: tuple[ModelChoice, ...]


def learn_machine(models: ModelPool, cancel: CancelToken) -> MachineReport:
    """Import torch, then look around."""
    import_torch()
    import torch

    from rsd_app.core.device.choice import choose_device
    from rsd_app.engine.library.installed import list_models

    count = torch.cuda.device_count() if torch.cuda.is_available() else 0
    devices = tuple((f"cuda:{i}", torch.cuda.get_device_name(i)) for i in range(count))
    found = tuple(
        as_choice(model.name, model.header)
        for model in list_models()
        if model.header is not None and model.header.enlarges
    )
    return MachineReport(choose_device().description, devices, found)


def report(models: ModelPool, cancel: CancelToken) -> list[str]:
    """What `rsd doctor` says of the device."""
    import_torch()
    from rsd_app.core.device.report import device_report

    return device_report()


def versions() -> list[str]:
    """Of the program and of what it stands on; without the engine."""
    lines = [
        f"RSD Studio {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        platform.platform(),
    ]
    for name in PACKAGES:
        try:
            lines.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:  # a frozen build without it
            continue
    return lines
