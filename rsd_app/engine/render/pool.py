"""Models that stay loaded between jobs: previews and full runs of one setting share them."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from rsd_app.engine.render.kept import Kept

if TYPE_CHECKING:
    from rsd_app.engine.photo import Photo
    from rsd_app.engine.render.protocol import Model
    from rsd_app.engine.settings.config import UpscaleConfig

KEPT = 4  # folded for one severity each: a slider that is dragged must not fill the memory
KNOWN = 256  # photos whose severity is remembered

log = logging.getLogger(__name__)


class ModelPool:
    """Loads on demand, keeps the models that were used last. May be shared between threads.

    A file is read and hashed once; each severity is folded from what was read.

    Args:
        kept: files, and models folded from them, that stay loaded.
    """

    def __init__(self, kept: int = KEPT) -> None:
        self._files: Kept[Model] = Kept(kept)
        self._models: Kept[Model] = Kept(kept)  # of the files, at a severity each
        self._severities: Kept[float | None] = Kept(KNOWN)  # of photos, as their models estimate them

    def get(self, config: UpscaleConfig, factor: float | None = None) -> Model:
        """The model of a configuration, folded for its severity, at its realism, on its device.

        Args:
            factor: of the picture, where the configuration's size says it: sisters are chosen by it.

        Raises:
            ModelError, DeviceError: the model or the device is not to be had.
        """
        # Here, not above: the window makes its pool before torch is there.
        from rsd_app.core.device.budget import memory_budget_mb
        from rsd_app.core.device.choice import choose_device
        from rsd_app.engine.library.installed import find_fitting, find_model
        from rsd_app.engine.render.loader import load_model

        device = choose_device(config.device, config.precision)
        path = find_model(config.model) if config.exact_model else find_fitting(config.model, factor or config.scale)
        stat = path.stat()
        key = (path, stat.st_mtime_ns, stat.st_size, device, config.memory_mb)

        def load() -> Model:
            budget_mb = memory_budget_mb(device, config.memory_mb)
            model = self._files.get(key, lambda: load_model(path, device, budget_mb=budget_mb))
            if config.severity is not None and not model.header.traits.severity:
                log.warning("%s does not know the severity: the setting has no effect", path.stem)
            return model.at_severity(config.severity)

        model = self._models.get((key, config.severity), load)
        told = config.realism < 1 or any(region.realism is not None for region in config.regions)
        if told and not model.knows_realism:
            log.warning("%s does not know the realism: the setting has no effect", path.stem)
        return model.at_realism(config.realism, config.regions)

    def get_for(self, config: UpscaleConfig, photo: Photo) -> tuple[UpscaleConfig, Model]:
        """The same for one photo: by the factor that its size asks for, and where the severity is auto and the model
        estimates it, for that of the photo.

        Returns:
            The configuration with this severity, and its model.

        Raises:
            ModelError, DeviceError: as get.
            ConfigError: a size that cannot be reached.
            ImageReadError: the photo turns out to be damaged.
        """
        from rsd_app.engine.render.severity import severity_of

        factor = config.factor(photo.info.width, photo.info.height)
        model = self.get(config, factor)
        if config.severity is not None or model.estimate is None:
            return config, model
        key = (photo.path, photo.stamp, model.hash, config.raw_gamut)
        severity = self._severities.get(key, lambda: severity_of(photo, model))
        log.info("%s: estimated severity %s", photo.path, severity)
        if severity is None:
            return config, model
        config = replace(config, severity=severity)
        return config, self.get(config, factor)

    def clear(self) -> None:
        """Let go of all models."""
        self._models.clear()
        self._files.clear()
