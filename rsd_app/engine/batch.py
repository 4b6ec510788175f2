"""Many pictures, one after the other: a failed one is named, the others go on."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from rsd_app.core.errors import ConfigError, DeviceError, ImageReadError, ModelError, RsdError
from rsd_app.core.image_io.formats import readable_suffixes
from rsd_app.core.progress import CancelToken
from rsd_app.engine.config import UpscaleConfig
from rsd_app.engine.events import Event, Failed, Outcome, Stopped
from rsd_app.engine.upscaler import Upscaler

log = logging.getLogger(__name__)

PICTURE_SUFFIXES = readable_suffixes()


def expand_inputs(inputs: Sequence[Path]) -> list[Path]:
    """Folders become their pictures, by name, not recursive; hidden files are left out.

    Raises:
        ImageReadError: a folder cannot be listed, or holds no picture.
    """
    found: list[Path] = []
    for path in inputs:
        if not path.is_dir():
            found.append(path)
            continue
        try:
            entries = sorted(path.iterdir())
        except OSError as error:
            raise ImageReadError(path, f"cannot be listed ({error.strerror})", "check its permissions") from error
        pictures = [p for p in entries if p.suffix.lower() in PICTURE_SUFFIXES and not p.name.startswith(".")]
        if not pictures:
            raise ImageReadError(path, "holds no picture", f"known are {', '.join(sorted(PICTURE_SUFFIXES))}")
        found += pictures
    return found


def upscale_files(
    inputs: Sequence[Path],
    out: Path | None,
    config: UpscaleConfig,
    *,
    emit: Callable[[Event], None],
    cancel: CancelToken,
) -> list[Outcome]:
    """Enlarge files and the pictures of folders; every outcome is emitted and returned.

    Args:
        out: a file for one picture, a folder for several; None: beside each source.

    Raises:
        ConfigError: several pictures and `out` is a file.
        ModelError, DeviceError: the model or the device is not to be had; nothing was tried.
    """
    outcomes: list[Outcome] = []

    def end(outcome: Outcome) -> None:
        outcomes.append(outcome)
        emit(outcome)

    sources: list[Path] = []
    for path in inputs:
        try:
            sources += expand_inputs([path])
        except ImageReadError as error:
            end(Failed(source=path, error=str(error)))
    if len(sources) > 1 and out is not None and not out.is_dir():
        if out.suffix:
            raise ConfigError(f"-o {out}", f"is a file, for {len(sources)} pictures", "name a folder")
        out.mkdir(parents=True, exist_ok=True)
    if not sources:
        return outcomes
    upscaler = Upscaler(config)
    for source in sources:
        if cancel.cancelled:
            end(Stopped(source=source, resumable=False))
            continue
        try:
            end(upscaler.upscale(source, out, emit=emit, cancel=cancel))
        except (ConfigError, ModelError, DeviceError):
            raise
        except RsdError as error:
            end(Failed(source=source, error=str(error), details=traceback.format_exc()))
        except Exception as error:  # the boundary of a job: one picture must not end the others
            log.exception("%s failed", source)
            end(Failed(source=source, error=f"{source}: {error}", details=traceback.format_exc()))
    return outcomes
