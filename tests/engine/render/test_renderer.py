"""Strips: as high as asked, or as the device and the memory budget allow."""

from pathlib import Path

import pytest

from rsd_app.core.device.choice import choose_device
from rsd_app.engine.render.compact.model import LoadedModel
from rsd_app.engine.render.compact.renderer import STRIP_BYTES, STRIP_PIXELS, Renderer
from rsd_app.engine.render.loader import load_model
from tests.engine.toy_models import write_toy_model


@pytest.fixture
def model(tmp_path: Path) -> LoadedModel:
    return load_model(write_toy_model(tmp_path / "toy.safetensors"), choose_device("cpu", "fp32"))


def test_that_a_small_budget_makes_lower_strips(model: LoadedModel) -> None:
    width = 400
    free, bound = (Renderer(model, width, 300, 0, budget_mb=budget) for budget in (None, 64))
    assert free.strip_rows(width, None) * width == pytest.approx(STRIP_PIXELS["cpu"], rel=0.05)
    assert bound.strip_rows(width, None) * width * STRIP_BYTES <= 64 * 2**20
    assert bound.strip_rows(width, 200) == 200


def test_that_a_strip_is_never_too_low_for_the_network(model: LoadedModel) -> None:
    rows = Renderer(model, 10**7, 300, 0, budget_mb=64).strip_rows(10**7, None)
    assert rows == 2 * model.folded.multiple
