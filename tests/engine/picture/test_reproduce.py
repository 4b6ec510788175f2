"""Results that say how they were made, and are made again."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rsd_app.__main__ import main
from rsd_app.core.errors import ConfigError, ImageReadError, ModelError
from rsd_app.core.image_io.read import probe
from rsd_app.core.progress import CancelToken
from rsd_app.engine.events import Done
from rsd_app.engine.picture.job import prepare
from rsd_app.engine.picture.reproduce import Reproduced, reproduce
from rsd_app.engine.record.recipe import read_record
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.engine.settings.sizing import PrintSize, SizeTarget
from tests.engine.toy_models import write_plain_model, write_toy_model


@pytest.fixture
def model(tmp_path: Path) -> str:
    return str(write_toy_model(tmp_path / "toy.safetensors"))


def make(tmp_path: Path, model: str, **settings: object) -> Path:
    source = tmp_path / "photo & co.png"
    Image.fromarray(np.random.default_rng(3).integers(0, 256, (20, 30, 3), dtype=np.uint8)).save(source)
    config = UpscaleConfig(**({"model": model, "device": "cpu", "precision": "fp32"} | settings))  # type: ignore[arg-type]
    outcome = prepare(source, config).run(None, emit=lambda event: None, cancel=CancelToken())
    assert isinstance(outcome, Done)
    return outcome.destination


def again(result: Path, model: str, out: Path | None = None, **maps: Path) -> Reproduced:
    found = reproduce(
        result, source=None, model=model, out=out, device="cpu", emit=lambda event: None, cancel=CancelToken(), **maps
    )
    assert isinstance(found, Reproduced)
    return found


@pytest.mark.parametrize(
    "settings",
    [
        {"seed": 5, "severity": 0.25},
        {"scale": 8.0, "format": "tiff", "bits": 16},
        {"size": SizeTarget(print=PrintSize.parse("1in@77")), "format": "jpg", "quality": 80},
        {"format": "webp", "colour_fix": False, "precision": "bf16"},
        {"metadata": "none", "sidecar": True},
    ],
    ids=["seed", "two passes", "print", "webp", "sidecar"],
)
def test_that_a_result_is_made_again_to_the_last_byte(tmp_path: Path, model: str, settings: dict[str, object]) -> None:
    result = make(tmp_path, model, **settings)
    found = again(result, model)
    assert found.same_file
    assert found.same_pixels
    kept = again(result, model, tmp_path / f"again{result.suffix}")
    assert kept.destination is not None
    assert kept.destination.read_bytes() == result.read_bytes()


def test_that_the_record_says_what_was_done(tmp_path: Path, model: str) -> None:
    result = make(tmp_path, model, seed=7, severity=0.5)
    record = read_record(result)
    assert (record.model, record.seed, record.factor, record.severity) == ("toy", 7, 4.0, "0.5")
    assert (record.device, record.precision, record.source) == ("cpu", "float32", "photo & co.png")
    packet = probe(result, max_megapixels=1).xmp
    assert packet is not None
    assert b'rsd:Software="RSD Studio"' in packet
    assert b"compositeWithTrainedAlgorithmicMedia" in packet
    assert str(tmp_path).encode() not in packet  # nobody's folders are told
    assert probe(make(tmp_path, model, metadata="none", overwrite=True), max_megapixels=1).xmp is None


def test_that_what_does_not_fit_is_told(tmp_path: Path, model: str) -> None:
    result = make(tmp_path, model)
    other = str(write_plain_model(tmp_path / "other.safetensors"))
    with pytest.raises(ModelError, match="is not the model of the recipe"):
        again(result, other)
    source = tmp_path / "photo & co.png"
    with pytest.raises(ImageReadError, match="carries no recipe"):
        again(source, model)
    source.rename(tmp_path / "moved.png")
    with pytest.raises(ImageReadError, match=r"photo & co.png: is not beside .*; name it with --source"):
        again(result, model)
    Image.new("RGB", (30, 20)).save(source)
    with pytest.raises(ImageReadError, match="is not what the result was made of"):
        again(result, model)


def test_that_the_command_says_whether_it_is_the_same(
    tmp_path: Path, model: str, capsys: pytest.CaptureFixture[str]
) -> None:
    result = make(tmp_path, model)
    assert main(["reproduce", str(result), "--model", model, "--device", "cpu"]) == 0
    assert "the same to the last byte" in capsys.readouterr().out
    with Image.open(result) as image:
        changed = np.asarray(image).copy()
    changed[5, 6, 1] ^= 8
    path = tmp_path / "changed.png"
    Image.fromarray(changed).save(path)
    beside = {**json.loads(json.dumps(read_record(result).fields()))}
    (tmp_path / "changed.png.rsd.json").write_text(json.dumps(beside))
    assert main(["reproduce", str(path), "--model", model, "--device", "cpu"]) == 1
    assert "other pixels, by up to 8 levels" in capsys.readouterr().out


def test_that_the_maps_of_a_result_are_made_again(tmp_path: Path, model: str) -> None:
    maps = tmp_path / "maps"
    maps.mkdir()
    result = make(tmp_path, model, trust=maps, check=maps, trust_seeds=3, seed=2)
    record = read_record(result)
    assert record.trust_seeds == 3
    found = again(result, model)
    assert found.same_file
    assert found.same
    assert [(one.name, one.path, one.difference) for one in found.maps] == [
        ("trust", None, None),
        ("check", None, None),
    ]
    assert [(one.first, one.now) for one in found.maps] == [(record.trust,) * 2, (record.check,) * 2]
    trust, check = maps / f"{result.stem}_trust.png", maps / f"{result.stem}_check.png"
    kept = again(result, model, trust=tmp_path / "new.png", check=maps)
    assert [one.path for one in kept.maps] == [tmp_path / "new.png", check]
    assert [one.difference for one in kept.maps] == [None, 0]
    assert (tmp_path / "new.png").read_bytes() == trust.read_bytes()


def test_that_other_maps_are_told_and_stay(tmp_path: Path, model: str, capsys: pytest.CaptureFixture[str]) -> None:
    trust, check = tmp_path / "trust.png", tmp_path / "check.png"
    result = make(tmp_path, model, trust=trust, check=check, trust_seeds=2, sidecar=True)
    arguments = ["reproduce", str(result), "--model", model, "--device", "cpu", "--trust", str(trust)]
    assert main(arguments) == 0
    assert "map of trust: the same: 2 seeds: spread" in (told := capsys.readouterr().out)
    assert f"{trust} is the same" in told
    assert "back-check: the same: reduced again" in told
    with Image.open(trust) as image:
        changed = np.asarray(image).copy()
    changed[5, 6] ^= 2048
    Image.fromarray(changed).save(trust)
    before = trust.read_bytes()
    assert main(arguments) == 1
    assert f"{trust} differs, by up to 2.00" in capsys.readouterr().out
    assert trust.read_bytes() == before
    Image.new("L", (4, 4)).save(trust)
    assert main(arguments) == 1
    assert f"{trust} is of another size or kind" in capsys.readouterr().out
    sidecar = tmp_path / f"{result.name}.rsd.json"
    sidecar.write_text(sidecar.read_text().replace("2 seeds: spread", "2 seeds: spread 9"))
    assert main(arguments[:-2]) == 1
    told = capsys.readouterr().out
    assert "map of trust: was 2 seeds: spread 9" in told
    assert "the same to the last byte" in told


def test_that_a_map_of_which_the_recipe_does_not_tell_is_refused(tmp_path: Path, model: str) -> None:
    result = make(tmp_path, model, check=tmp_path / "check.png")
    with pytest.raises(ConfigError, match=r"--trust: is asked for, and the recipe of .* records no such map"):
        again(result, model, trust=tmp_path / "trust.png")
    (tmp_path / "words.png").write_text("no picture")
    with pytest.raises(ImageReadError, match="is not a picture"):
        again(result, model, check=tmp_path / "words.png")
