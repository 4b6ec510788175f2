"""The library: photos enlarged from Python, with the pixels that the command line makes. `import rsd_app` offers it."""

from __future__ import annotations

import queue
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypedDict, Unpack, cast, overload

import numpy as np
from numpy.typing import NDArray

from rsd_app.core.errors import ConfigError, ShapeError
from rsd_app.core.image_io.arrays import A, read_array, write_array
from rsd_app.core.image_io.color.choices import Keep
from rsd_app.core.image_io.read import open_image
from rsd_app.core.progress import Cancelled, CancelToken
from rsd_app.engine.canvas.map_file import UNIT
from rsd_app.engine.events import Advanced, Done, Event, Stopped
from rsd_app.engine.library.installed import list_models
from rsd_app.engine.maps.calibration import expected
from rsd_app.engine.maps.trust import INVENTED
from rsd_app.engine.picture.computed import Computed
from rsd_app.engine.picture.job import prepare
from rsd_app.engine.render.pool import ModelPool
from rsd_app.engine.settings.config import DEFAULT_MODEL, Format, Precision, UpscaleConfig
from rsd_app.engine.settings.regions import Region
from rsd_app.engine.settings.sizing import SizeTarget

Source = str | Path | NDArray[Any]
SIZES = ("width", "height", "long_side", "short_side", "megapixels")


class Settings(TypedDict, total=False):
    """What may be asked for of one result; what is left out is as on the command line."""

    scale: float  # enlargement of each side, 1 to 16 (4)
    width: int  # these five say the size of the result in another way; give one of them, and no scale
    height: int
    long_side: int
    short_side: int
    megapixels: float
    severity: float | Literal["auto"]  # damage of the photo, 0 clean to 1 heavy ("auto": the model judges)
    realism: float  # 0 faithful to 1 realistic (1)
    guard: bool  # keep faces and text faithful (True)
    regions: tuple[Region, ...]  # parts with a realism or a variant of their own
    seed: int  # another number, another picture (0)
    colour_fix: bool  # correct colors that drift (True)
    format: Format  # of the file ("same" as the photo)
    bits: Literal[8, 16]  # per channel (as the photo)
    quality: int  # of JPEG, WebP, AVIF and JPEG XL, 1 to 100 (95)
    metadata: Keep  # which to copy: "all", "no-place" or "none"
    sidecar: bool  # write the recipe beside the file too (False)
    overwrite: bool  # replace a file that exists (False)
    resume: bool  # go on where an interrupted call stopped (False)
    max_megapixels: float  # refuse larger photos (500)


@dataclass(frozen=True, kw_only=True)
class Result:
    """A file that was made."""

    path: Path
    seconds: float
    megapixels: float
    notices: tuple[str, ...]  # what a person should know though nothing failed
    recipe: Mapping[str, str]  # how it was made, as the file carries it in its XMP


@dataclass(frozen=True, kw_only=True)
class Step:
    """How far an enlargement is."""

    fraction: float  # of the work, 0 to 1
    remaining_s: float | None = None  # None while unknown
    result: Result | None = None  # with the last step


@dataclass(frozen=True, kw_only=True)
class Trust:
    """Where samples of other seeds differ: what is not determined by the photo, and so may be invented."""

    map: NDArray[np.float32]  # (H, W) of the result, in levels of 255
    is_error: bool  # whether it says the error to expect, as a calibrated model does, or the spread of the samples
    limit: float  # above which details are invented, in levels of 255

    @property
    def invented(self) -> NDArray[np.bool_]:
        """Where details are likely invented, (H, W)."""
        return self.map > self.limit


@dataclass(frozen=True, kw_only=True)
class ModelInfo:
    """An installed model."""

    name: str
    path: Path
    description: str
    scale: int  # of each side in one pass; other sizes take several, or are reduced
    severity: bool  # whether it can be told how damaged a photo is
    realism: bool  # whether it can be told how much to invent
    licence: str


def models() -> list[ModelInfo]:
    """The installed models that enlarge photos, those that came with the program first."""
    return [
        ModelInfo(
            name=model.name,
            path=model.path,
            description=model.header.description,
            scale=model.header.scale,
            severity=model.header.severity,
            realism=model.header.realism,
            licence=model.header.licence,
        )
        for model in list_models()
        if model.header is not None and model.header.enlarges
    ]


class Enlarger:
    """Enlarges photos with one model, which stays loaded.

    May be shared between threads. What it makes is what `rsd upscale` makes with the same settings, to the last bit.

    Args:
        model: a name that `models` lists, or a model file.
        device: "auto", "cpu", "cuda" or "cuda:N".
        precision: "auto", "fp32", "bf16" or "fp16".
        memory_mb: budget of working memory and large weights, in MiB; by default from what is free.

    Raises:
        ModelError: there is no such model, or its file is damaged.
        DeviceError: the device or the precision is not available.
    """

    def __init__(
        self,
        model: str | Path = DEFAULT_MODEL,
        device: str = "auto",
        *,
        precision: Precision = "auto",
        memory_mb: int | None = None,
    ) -> None:
        self._machine: dict[str, Any] = {
            "model": str(model), "device": device, "precision": precision, "memory_mb": memory_mb,
        }  # fmt: skip
        self._models = ModelPool()
        self._model = self._models.get(UpscaleConfig(**self._machine))

    @property
    def device(self) -> str:
        """Where it runs, in words: "CPU, 2 threads, bf16"."""
        return self._model.device.description

    @overload
    def enlarge(self, photo: A, out: None = None, **settings: Unpack[Settings]) -> A: ...

    @overload
    def enlarge(self, photo: str | Path, out: str | Path | None = None, **settings: Unpack[Settings]) -> Result: ...

    @overload
    def enlarge(self, photo: NDArray[Any], out: str | Path, **settings: Unpack[Settings]) -> Result: ...

    def enlarge(self, photo: Source, out: str | Path | None = None, **settings: Unpack[Settings]) -> Any:
        """Enlarge one photo.

        Args:
            photo: a file, or an array in sRGB, (H, W, 3): uint8, uint16, or float32 in [0, 1].
            out: a file or an existing folder. If not given: beside a file's photo; for an array, an array comes back.
            settings: as `Settings` lists them.

        Returns:
            A `Result` for a file; for an array one of the same kind, (s·H, s·W, 3).

        Raises:
            RsdError: it names the object, the value and the remedy; nothing was written.
        """
        if not isinstance(photo, np.ndarray) or out is not None:
            return self._result(photo, out, settings)
        with tempfile.TemporaryDirectory(prefix="rsd-array-") as folder:
            chosen: Settings = {**settings, "bits": 8 if photo.dtype == np.uint8 else 16, "format": "tiff"}
            return read_array(self._result(photo, Path(folder) / "result.tiff", chosen).path, photo)

    def steps(self, photo: Source, out: str | Path | None = None, **settings: Unpack[Settings]) -> Iterator[Step]:
        """Enlarge one photo into a file and say how far it is, several times a second; work begins with the first step.

        Leaving the loop early cancels. What was done stays hidden beside the result, and `resume=True` takes it up.

        Args:
            photo, out, settings: as in `enlarge`; an array needs `out`.

        Yields:
            The last step has the result.

        Raises:
            RsdError: as enlarge.
        """
        told: queue.SimpleQueue[Step | BaseException] = queue.SimpleQueue()
        cancel = CancelToken()

        def emit(event: Event) -> None:
            if isinstance(event, Advanced):
                told.put(Step(fraction=event.fraction, remaining_s=event.remaining_s))

        def work() -> None:
            try:
                told.put(Step(fraction=1.0, remaining_s=0.0, result=self._result(photo, out, settings, emit, cancel)))
            except BaseException as error:  # noqa: BLE001 - raised again where the steps are asked for
                told.put(error)

        thread = threading.Thread(target=work, name="rsd-enlarger")
        thread.start()
        try:
            step: Step | BaseException = Step(fraction=0.0)
            while isinstance(step, Step):
                yield step
                if step.result is not None:
                    return
                step = told.get()
            raise step
        finally:
            cancel.cancel()
            thread.join()

    def trust(self, photo: Source, samples: int = 8, **settings: Unpack[Settings]) -> Trust:
        """Compare results of other seeds: where they differ, details are invented.

        Takes the time of as many enlargements as there are samples; no file stays.

        Args:
            photo, settings: as in `enlarge`; a size that the model reaches in one pass.
            samples: how many results, 2 to 64.

        Raises:
            RsdError: as enlarge.
        """
        with tempfile.TemporaryDirectory(prefix="rsd-trust-") as name, _as_file(photo) as path:
            folder, chosen = Path(name), cast(Settings, {**settings, "format": "tiff"})
            config = self._config(chosen, trust=folder / "map.tiff", trust_seeds=samples)
            computed, _ = self._run(path, folder / "result.tiff", config)
            with open_image(folder / "map.tiff", max_megapixels=float("inf")) as image:
                levels = image.read_rows(0, image.info.height).color[..., 0] / np.float32(UNIT)
        curve = computed.model.header.trust
        limit = float(expected(curve, np.array(INVENTED, np.float32)))
        return Trust(map=levels.astype(np.float32), is_error=curve is not None, limit=limit)

    def _result(
        self,
        photo: Source,
        out: str | Path | None,
        settings: Settings,
        emit: Callable[[Event], None] = lambda event: None,
        cancel: CancelToken | None = None,
    ) -> Result:
        if isinstance(photo, np.ndarray) and out is None:
            raise ConfigError("out", "is missing", "name the file that the array is enlarged into")
        with _as_file(photo) as path:
            computed, done = self._run(path, None if out is None else Path(out), self._config(settings), emit, cancel)
            return Result(
                path=done.destination,
                seconds=done.seconds,
                megapixels=done.megapixels,
                notices=done.notices,
                recipe=computed.record(done.trust, done.check).fields(),
            )

    def _run(
        self,
        path: Path,
        out: Path | None,
        config: UpscaleConfig,
        emit: Callable[[Event], None] = lambda event: None,
        cancel: CancelToken | None = None,
    ) -> tuple[Computed, Done]:
        """Enlarge a file into a file.

        Raises:
            Cancelled: what was done stays, hidden, for a resume.
        """
        cancel = cancel or CancelToken()
        computed = prepare(path, config, models=self._models).compute(out, emit=emit, cancel=cancel)
        if isinstance(computed, Stopped):
            raise Cancelled
        done = computed.finish(cancel=cancel)
        if isinstance(done, Stopped):
            raise Cancelled
        return computed, done

    def _config(self, settings: Settings, **maps: Any) -> UpscaleConfig:
        """The configuration of one result.

        Raises:
            ConfigError: a setting is unknown, given twice, or out of its range.
        """
        chosen: dict[str, Any] = dict(settings)
        for name in chosen:
            if name not in Settings.__annotations__:
                raise ConfigError(name, "is no setting", f"there are {', '.join(Settings.__annotations__)}")
        size = {name: chosen.pop(name) for name in SIZES if name in chosen}
        if size and "scale" in chosen:
            raise ConfigError("scale", "is given beside another size", "give one of them")
        if size:
            chosen["size"] = SizeTarget(**size)
        if chosen.get("severity") == "auto":
            del chosen["severity"]
        return UpscaleConfig(**self._machine, **chosen, **maps)


@contextmanager
def _as_file(photo: Source) -> Iterator[Path]:
    """A photo's file; that of an array is there for as long as it is worked on."""
    if isinstance(photo, str | Path):
        yield Path(photo)
        return
    if not isinstance(photo, np.ndarray):
        raise ShapeError("the photo", f"is a {type(photo).__name__}", "give a path, or an array of numpy")
    with tempfile.TemporaryDirectory(prefix="rsd-array-") as folder:
        path = Path(folder) / "array.tiff"
        write_array(path, photo)
        yield path
