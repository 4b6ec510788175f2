"""Models that stay loaded between jobs: previews and full runs of one setting share them."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections import OrderedDict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rsd_app.core.errors import ConfigError, ImageReadError, RsdError

if TYPE_CHECKING:
    from rsd_app.engine.render.protocol import Model
    from rsd_app.engine.settings.config import UpscaleConfig

KEPT = 4  # folded for one severity each: a slider that is dragged must not fill the memory
KNOWN = 256  # photos whose severity is remembered

log = logging.getLogger(__name__)

_Key = tuple[object, ...]


class ModelPool:
    """Loads on demand, keeps the models that were used last. May be shared between threads."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._models: OrderedDict[_Key, Model] = OrderedDict()
        self._severities: OrderedDict[_Key, float | None] = OrderedDict()  # of photos, as their models estimate them
        self._lock = threading.Lock()

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
        key = (path, stat.st_mtime_ns, stat.st_size, device, config.severity, config.memory_mb)
        with self._lock:
            model = self._models.pop(key, None)
            if model is None:
                while len(self._models) >= self._kept:
                    self._models.popitem(last=False)
                budget_mb = memory_budget_mb(device, config.memory_mb)
                model = load_model(path, device, config.severity, budget_mb=budget_mb)
            self._models[key] = model
        told = config.realism < 1 or any(region.realism is not None for region in config.regions)
        if told and not model.knows_realism:
            log.warning("%s does not know the realism: the setting has no effect", path.stem)
        return model.at_realism(config.realism, config.regions)

    def get_for(self, config: UpscaleConfig, source: Path) -> tuple[UpscaleConfig, Model]:
        """The same for one photo: by the factor that its size asks for, and where the severity is auto and the model
        estimates it, for that of the photo.

        Returns:
            The configuration with this severity, and its model. A missing or broken photo is reported later, by the
            enlargement.

        Raises: as get.
        """
        factor = self._factor(config, source)
        model = self.get(config, factor)
        if config.severity is not None or model.estimate is None:
            return config, model
        severity = self._severity(config, model, source)
        if severity is None:
            return config, model
        config = replace(config, severity=severity)
        return config, self.get(config, factor)

    def _severity(self, config: UpscaleConfig, model: Model, source: Path) -> float | None:
        """That a model estimates for a photo; None where it cannot be read, or is too small."""
        from rsd_app.engine.render.severity import severity_of

        try:
            stat = source.stat()
            key = (source, stat.st_mtime_ns, stat.st_size, model.hash, config.max_megapixels, config.raw_gamut)
            with self._lock:
                if key in self._severities:
                    return self._severities[key]
            found = severity_of(source, model, max_megapixels=config.max_megapixels, raw_gamut=config.raw_gamut)
        except (OSError, RsdError) as error:
            log.info("%s: its severity is not estimated: %s", source, error)
            return None
        log.info("%s: estimated severity %s", source, found)
        with self._lock:
            self._severities[key] = found
            while len(self._severities) > KNOWN:
                self._severities.popitem(last=False)
        return found

    @staticmethod
    def _factor(config: UpscaleConfig, source: Path) -> float | None:
        """That the size of a photo asks for; None where the configuration has it, or the photo cannot be read."""
        if config.size is None:
            return None
        from rsd_app.core.image_io.read import probe

        with contextlib.suppress(ConfigError, ImageReadError):
            info = probe(source, max_megapixels=config.max_megapixels)
            return config.factor(info.width, info.height)
        return None

    def clear(self) -> None:
        """Drop all loaded models."""
        with self._lock:
            self._models.clear()
