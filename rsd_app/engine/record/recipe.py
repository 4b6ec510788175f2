"""What decides a picture's pixels: as a fingerprint for canvases and tiles, and as a record that results carry."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rsd_app import __version__
from rsd_app.core.decode import DecodeError, decode, field_types, parse_json
from rsd_app.core.errors import ImageReadError, ImageWriteError, RsdError
from rsd_app.core.image_io.metadata import xmp
from rsd_app.core.image_io.read import probe
from rsd_app.core.image_io.replacing import replacing
from rsd_app.engine.render.protocol import Model
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.engine.settings.regions import regions_from
from rsd_app.engine.settings.setting import settings_in, values
from rsd_app.engine.settings.sizing import SizeTarget

SOFTWARE = "RSD Studio"
MAPS = ("trust", "check")
OF_MAPS = (*MAPS, "trust_seeds")  # fields that a record has only where the map was asked for


def settings_of(config: UpscaleConfig) -> dict[str, Any]:
    """The settings that decide what a result is, as JSON holds them."""
    decided = values(config, "drawing", "picture", "file")
    settings = {name: value for name, value in asdict(config).items() if name in decided}
    settings["regions"] = [region.as_row() for region in config.regions]
    for field, told in settings_in(config):
        if field.name in decided and decided[field.name] == told.before:
            del settings[field.name]  # a record from before there was this setting stays that of the same result
    return settings


def fingerprint(source: Path, model: Model, config: UpscaleConfig, bits: int) -> str:
    """Source file, model, settings and arithmetic.

    Args:
        bits: of the result's samples, 8 or 16.
    """
    stat = source.stat()
    facts = (
        __version__,
        str(source.resolve()),
        stat.st_size,
        stat.st_mtime_ns,
        model.hash,
        *values(config, "drawing").values(),
        str(model.device.dtype),
        model.device.torch_device.type,
        bits,
    )
    return hashlib.sha256(repr(facts).encode()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Record:
    """How a result was made: enough to make it again. No time and no folder, so the same result has the same."""

    version: str  # of this program
    model: str  # its name
    model_hash: str
    seed: int
    factor: float  # enlargement of each side
    severity: str  # a number, or auto
    device: str  # cpu or cuda
    precision: str  # float32, bfloat16 or float16
    source: str  # name of the file
    source_hash: str  # SHA-256 of the file
    settings: str  # JSON of settings_of
    trust: str = ""  # what the map of trust says in short; empty where none was made
    trust_seeds: int = 0  # that it compares; 0 where none was made
    check: str = ""  # the same of the back-check

    def fields(self) -> dict[str, str]:
        """As they stand in XMP: names in capitals, and the software first."""
        return {"Software": SOFTWARE} | {
            _capital(name): str(value) for name, value in asdict(self).items() if value or name not in OF_MAPS
        }

    @classmethod
    def from_fields(cls, fields: object) -> Record:
        """The record of such fields.

        Raises:
            ImageReadError: some are missing or damaged.
        """
        try:
            told = decode(dict[str, str], fields)
            given: dict[str, Any] = {name: told.get(_capital(name), "") for name in cls.__dataclass_fields__}
            decode(dict[str, Any], parse_json(given["settings"]), "settings")
            given |= {"seed": int(given["seed"]), "factor": float(given["factor"])}
            given |= {"trust_seeds": int(given["trust_seeds"] or 0)}
            return decode(cls, given)
        except ValueError as error:
            raise ImageReadError("the recipe", "is damaged", "it cannot be followed") from error

    def is_of(self, source: Path, sha256: Callable[[], str], model: Model, config: UpscaleConfig) -> bool:
        """Whether this is what a configuration makes of a source, whose hash is asked for where the rest agrees."""
        same = (self.model_hash, self.settings) == (model.hash, _settings_text(model, config))
        return same and self.source == recorded_name(source) and sha256() == self.source_hash

    def config(self) -> UpscaleConfig:
        """The configuration that makes the result again.

        Raises:
            ImageReadError: it has settings that this version does not know.
        """
        try:
            settings = decode(dict[str, Any], parse_json(self.settings))
            settings |= {"size": decode(SizeTarget | None, settings.get("size"), "size")}
            kinds = {**field_types(UpscaleConfig), "size": Any, "regions": Any}
            held = {name: decode(kinds.get(name, Any), value, name) for name, value in settings.items()}
            # A whole number stays one where a float may stand: the same result then has the same record to the byte.
            settings = {name: settings[name] if value == settings[name] else value for name, value in held.items()}
            # What was guarded stands there as regions, whatever would be found today.
            settings |= {"regions": regions_from(settings.get("regions", ())), "guard": False}
            settings["exact_model"] = True  # the model that it names is the one that made it
            if self.trust_seeds:
                settings |= {"trust_seeds": self.trust_seeds}
            precision = {"float32": "fp32", "bfloat16": "bf16", "float16": "fp16"}[self.precision]
            return UpscaleConfig(**settings | {"precision": precision, "model": self.model})
        except (DecodeError, TypeError, KeyError, RsdError) as error:
            raise ImageReadError(
                "the recipe", f"is of version {self.version} and not understood ({error})", "use that version"
            ) from error


def record_of(
    source: Path, sha256: str, factor: float, model: Model, config: UpscaleConfig, trust: str = "", check: str = ""
) -> Record:
    """The record of a result, of the hash of its source too."""
    return Record(
        version=__version__,
        model=model.header.name,
        model_hash=model.hash,
        seed=config.seed,
        factor=round(factor, 4),
        severity="auto" if config.severity is None else f"{config.severity:g}",
        device=model.device.torch_device.type,
        precision=str(model.device.dtype).removeprefix("torch."),
        source=recorded_name(source),
        source_hash=sha256,
        settings=_settings_text(model, config),
        trust=trust,
        trust_seeds=config.trust_seeds if trust else 0,
        check=check,
    )


def read_record(result: Path) -> Record:
    """The recipe within the XMP of a result, or beside it.

    Raises:
        ImageReadError: there is none, or the file cannot be read.
    """
    beside = sidecar_of(result)
    if beside.is_file():
        try:
            return Record.from_fields(parse_json(beside.read_bytes()))
        except DecodeError as error:
            raise ImageReadError(beside, "is damaged", "remove it; the recipe may be in the picture too") from error
    fields = xmp.record_in(probe(result, max_megapixels=float("inf")).xmp)
    if fields is None:
        raise ImageReadError(
            result, "carries no recipe", "it is not of RSD Studio, or was saved without metadata by another program"
        )
    return Record.from_fields(fields)


def recorded_name(path: Path) -> str:
    r"""A file's name as a record has it: bytes that are no UTF-8 as \xe9, as are control characters: XMP is XML."""
    text = os.fsencode(path.name).decode("utf-8", "backslashreplace")
    return "".join(f"\\x{ord(letter):02x}" if ord(letter) < ord(" ") else letter for letter in text)


def sidecar_of(result: Path) -> Path:
    """The file beside a result that holds its recipe."""
    return result.with_name(result.name + ".rsd.json")


def _settings_text(model: Model, config: UpscaleConfig) -> str:
    """The settings without what the record says beside them: the model by its name, the precision that was used."""
    return json.dumps(settings_of(config) | {"model": model.header.name, "precision": "auto"}, sort_keys=True)


def write_sidecar(result: Path, record: Record, *, like: Path | None = None, replace_existing: bool = True) -> None:
    """Write the recipe beside a result.

    Args:
        like: a file; the sidecar is no more open to other users.
        replace_existing: whether another sidecar that is there gives way.

    Raises:
        ImageWriteError: it cannot be written.
    """
    path = sidecar_of(result)
    try:
        with replacing(path, like=like, replace=replace_existing) as temporary:
            temporary.write_text(json.dumps(record.fields(), indent=1), encoding="utf-8")
    except OSError as error:
        raise ImageWriteError(path, f"cannot be written ({error.strerror})", "name another folder") from error


def _capital(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))
