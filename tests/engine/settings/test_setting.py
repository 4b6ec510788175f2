"""One place per setting: flags, records, fingerprints and choices all follow from the fields."""

import argparse
import hashlib
import json
from dataclasses import fields
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
import torch

from rsd_app import __version__
from rsd_app.cli.settings_flags import add_flags, config_of
from rsd_app.core.errors import ConfigError
from rsd_app.engine.record.recipe import fingerprint, settings_of
from rsd_app.engine.settings.config import CommonSettings, UpscaleConfig
from rsd_app.engine.settings.regions import Region
from rsd_app.engine.settings.setting import settings_in
from rsd_app.engine.settings.sizing import PrintSize, SizeTarget

PLAIN = (
    '{"bits": null, "colour_fix": true, "format": "same", "guard": true, "metadata": "all", "model": "restore-x4", '
    '"precision": "auto", "quality": 95, "raw_gamut": "srgb", "realism": 1.0, "scale": 4.0, "seed": 0, '
    '"severity": null, "size": null}'
)
FULL = (
    '{"bits": 16, "colour_fix": false, "format": "png", "metadata": "none", "model": "m", "precision": "bf16", '
    '"quality": 7, "raw_gamut": "wide", "realism": 0.5, "regions": [[3, 0, 0.25, null, 1, 2, 9, 9]], "scale": 2.0, '
    '"seed": 3, "severity": 0.25, "size": {"height": null, "long_side": null, "megapixels": null, '
    '"print": {"dpi": 240.0, "height_cm": 29.7, "turns": true, "width_cm": 21.0}, "short_side": null, "width": null}}'
)
PAINTED = Region(points=((1, 2), (9, 9)), radius=3, realism=0.25)


def full() -> UpscaleConfig:
    return UpscaleConfig(
        model="m", scale=2.0, size=SizeTarget(print=PrintSize.parse("A4@240")), severity=0.25, realism=0.5, seed=3,
        regions=(PAINTED,), guard=False, format="png", quality=7, bits=16,
        colour_fix=False, metadata="none", raw_gamut="wide", precision="bf16", device="cpu", memory_mb=99, tile=32,
        overwrite=True, resume=True, keep_times=True, sidecar=True, trust=Path("t"), trust_seeds=3, check=Path("c"),
        max_megapixels=9.0, exact_model=True,
    )  # fmt: skip


@pytest.mark.parametrize(("config", "text"), [(UpscaleConfig(), PLAIN), (full(), FULL)])
def test_that_records_are_those_of_released_results(config: UpscaleConfig, text: str) -> None:
    assert json.dumps(settings_of(config), sort_keys=True) == text


def test_that_a_canvas_goes_on_where_what_is_drawn_is_the_same(tmp_path: Path) -> None:
    source = tmp_path / "a.png"
    source.write_bytes(b"photo")
    device = SimpleNamespace(dtype=torch.float32, torch_device=torch.device("cpu"))
    model, stat, config = SimpleNamespace(hash="abc", device=device), source.stat(), full()
    facts = (
        __version__, str(source.resolve()), 5, stat.st_mtime_ns, "abc",
        0.25, 0.5, 3, (PAINTED,), "wide", "torch.float32", "cpu", 16,
    )  # fmt: skip
    wanted = hashlib.sha256(repr(facts).encode()).hexdigest()  # as released versions made it
    assert fingerprint(source, cast(Any, model), config, 16) == wanted


def parsed(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_flags(parser, of_upscale=True)
    return parser.parse_args(arguments)


def test_that_flags_left_out_are_the_defaults() -> None:
    assert config_of(parsed()) == UpscaleConfig()


def test_that_every_flag_is_read_into_its_field(tmp_path: Path) -> None:
    regions = tmp_path / "regions.json"
    regions.write_text(json.dumps([PAINTED.as_row()]))
    given = config_of(
        parsed(
            "--model", "m", "--print", "A4@240", "--severity", "0.25", "--realism", "0.5", "--seed", "3",
            "--regions", str(regions), "--no-guard", "--format", "png", "--quality", "7", "--bits", "16",
            "--no-colour-fix", "--metadata", "none", "--raw-gamut", "wide", "--precision", "bf16", "--device", "cpu",
            "--memory-mb", "99", "--tile", "32", "--overwrite", "--resume", "--keep-times", "--sidecar",
            "--trust", "t", "--trust-seeds", "3", "--back-check", "c", "--max-megapixels", "9", "--exact-model",
        ),
        scale=2.0,
    )  # fmt: skip
    assert given == full()
    assert config_of(parsed("--severity", "auto", "--tile", "auto")) == UpscaleConfig()


def test_that_a_map_named_with_a_slash_is_a_folder_that_is_made(tmp_path: Path) -> None:
    assert config_of(parsed("--trust", f"{tmp_path}/maps/")).trust == tmp_path / "maps"
    assert (tmp_path / "maps").is_dir()


def test_that_every_field_says_what_it_is() -> None:
    flags = {field.name for field, told in settings_in(UpscaleConfig) if told.flag is not None}
    assert flags | {"scale", "size"} == {field.name for field in fields(UpscaleConfig)}
    rows = [told.row.text for _, told in settings_in(CommonSettings) if told.row is not None]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"bits": 12}, "--bits: is 12; give 8 or 16"),
        ({"format": "gif"}, "--format: is 'gif'; give one of same, png"),
        ({"severity": float("nan")}, "--severity: is nan; give a number from 0 to 1 or auto"),
        ({"tile": 3}, "--tile: is 3; give a number from 16 to 1.04858e+06 or auto"),
    ],
)
def test_that_a_value_out_of_range_is_refused_by_its_flag(values: dict[str, Any], words: str) -> None:
    with pytest.raises(ConfigError, match=words.replace("+", r"\+")):
        UpscaleConfig(**values)
