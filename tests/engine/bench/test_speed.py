"""Speed as ratios of one run; how large they are is not for a test."""

from pathlib import Path

import pytest

from rsd_app.engine.bench import speed
from tests.engine.toy_models import write_toy_model


@pytest.mark.parametrize("fold", [1, 2])
def test_that_a_model_is_held_against_convolutions_and_a_peer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fold: int
) -> None:
    monkeypatch.setattr(speed, "REPEATS", 1)
    monkeypatch.setattr(speed, "WIDTH", 64)
    monkeypatch.setattr(speed, "HEIGHT", 48)
    monkeypatch.setitem(speed.STRIP_PIXELS, "cpu", 64 * 16)
    model = write_toy_model(tmp_path / "toy.safetensors", fold=fold)
    found = speed.measure_speed(str(model), "cpu", "fp32")
    for name in ("network_mp_s", "conv_gflops_peak", "share_of_peak", "end_to_end_mp_s", "peak_rss_mb"):
        figure = found[name]
        assert isinstance(figure, float)
        assert figure > 0
    general = found["times_general_x4v3"]
    assert general is None if fold == 2 else isinstance(general, float) and general > 0
    assert (found["device"], found["precision"]) == ("cpu", "float32")
