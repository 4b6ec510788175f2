"""Models that stay loaded."""

from pathlib import Path

from rsd_app.engine.config import UpscaleConfig
from rsd_app.engine.models import ModelPool
from tests.engine.toy_models import write_toy_model


def test_that_a_model_is_loaded_once_for_one_severity(tmp_path: Path) -> None:
    path = write_toy_model(tmp_path / "toy.safetensors")
    pool = ModelPool()
    config = UpscaleConfig(model=str(path), device="cpu", precision="fp32")
    first = pool.get(config)
    assert pool.get(UpscaleConfig(model=str(path), device="cpu", precision="fp32", seed=5, scale=2)) is first
    assert pool.get(UpscaleConfig(model=str(path), device="cpu", precision="fp32", severity=0.5)) is not first


def test_that_a_pool_keeps_only_those_used_last(tmp_path: Path) -> None:
    path = write_toy_model(tmp_path / "toy.safetensors")
    pool = ModelPool(kept=2)
    configs = [UpscaleConfig(model=str(path), device="cpu", precision="fp32", severity=s) for s in (0.0, 0.5, 1.0)]
    loaded = [pool.get(config) for config in configs]
    assert pool.get(configs[2]) is loaded[2]
    assert pool.get(configs[1]) is loaded[1]
    assert pool.get(configs[0]) is not loaded[0]
