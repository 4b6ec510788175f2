"""Whether the map of trust can be trusted: spread over seeds against the true error, on pairs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from rsd_app.core.errors import ConfigError
from rsd_app.core.files.model_file import TrustCurve, read_model, write_model
from rsd_app.core.image_io.read import Pixels, open_image
from rsd_app.core.progress import CancelToken
from rsd_app.engine.maps.calibration import Floats, expected, fit_curve
from rsd_app.engine.maps.trust import other_renderers, spread_rows
from rsd_app.engine.photo import Photo
from rsd_app.engine.render.pool import ModelPool
from rsd_app.engine.render.protocol import Depth, Window
from rsd_app.engine.render.rows import colors_of
from rsd_app.engine.settings.config import UpscaleConfig

BLOCK_PX = 8
BINS = 10  # of blocks of similar expected error, for the error of calibration


def measure_trust(
    pairs: Sequence[tuple[Path, Path]],
    config: UpscaleConfig,
    *,
    cancel: CancelToken,
    progressed: Callable[[], None] = lambda: None,
) -> dict[str, object]:
    """Compare, block by block of 8×8 pixels, how much seeds differ with how wrong the first one's result is.

    Args:
        pairs: lq and hq files; at the model's scale, 8 bits.
        config: model, severity, seed and trust_seeds count.
        progressed: called after each pair.

    Returns:
        corr_8px: Pearson's correlation of spread and error (root of the mean square), mean over the pictures;
        corr_8px_min: of the worst one; calibration_error: by how much the error that the spread lets expect is off, in
        levels of 255. The expectation is that of the model's file; where that has none (calibrated: false), it is
        learned from the other half of the pictures, and is None for a single one;
        spread and error: means, in levels; n, seeds.

    Raises:
        ConfigError: a pair whose sizes do not fit.
        Cancelled: between strips.
    """
    models = ModelPool()
    header, maps = models.get(config).header, []
    for lq, hq in pairs:
        maps.append(_maps(models, config, lq, hq, cancel))
        progressed()
    blocks = [(_means(spread), np.sqrt(_means(squares))) for spread, squares in maps]
    correlations = [_correlation(spread, error) for spread, error in blocks]
    return {
        "corr_8px": round(float(np.mean(correlations)), 4),
        "corr_8px_min": round(float(np.min(correlations)), 4),
        "calibration_error": _calibration_error(maps, header.trust, config.trust_seeds),
        "calibrated": header.trust is not None,
        "spread": round(float(np.mean([spread.mean() for spread, _ in blocks])), 3),
        "error": round(float(np.mean([error.mean() for _, error in blocks])), 3),
        "n": len(blocks),
        "seeds": config.trust_seeds,
    }


def calibrate(
    path: Path,
    pairs: Sequence[tuple[Path, Path]],
    config: UpscaleConfig,
    *,
    cancel: CancelToken,
    progressed: Callable[[], None] = lambda: None,
) -> TrustCurve:
    """Learn from pairs which error the spread over seeds lets expect, and write that into the model's file.

    Args:
        path: of the model; what decides its pictures, and so its hash, stays.
        pairs, config, progressed: as in measure_trust.

    Raises:
        ConfigError: a pair whose sizes do not fit.
        ModelError: the file cannot be written.
        Cancelled: between strips; the file is as it was.
    """
    models, config = ModelPool(), replace(config, model=str(path))
    spreads, squares = [], []
    for lq, hq in pairs:
        spread, square = _maps(models, config, lq, hq, cancel)
        spreads.append(spread.ravel())
        squares.append(square.ravel())
        progressed()
    curve = fit_curve(np.concatenate(spreads), np.concatenate(squares), config.trust_seeds)
    header, tensors = read_model(path)
    write_model(path, replace(header, trust=curve), tensors)
    return curve


def _maps(models: ModelPool, config: UpscaleConfig, lq: Path, hq: Path, cancel: CancelToken) -> tuple[Floats, Floats]:
    """Spread and squared error of every pixel of a picture, in levels of 255."""
    depth = Depth(3, 8)
    with open_image(hq, max_megapixels=config.max_megapixels) as image:
        original = image.read_rows(0, image.info.height).color
    with Photo(lq, config) as photo:
        config, model = models.get_for(config, photo)
        info = photo.info
        color = photo.image.read_rows(0, info.height)
    if original.shape[:2] != (info.height * model.scale, info.width * model.scale):
        raise ConfigError(
            str(hq), f"is not {model.scale} times the size of {lq.name}", "give pairs of the model's scale"
        )
    whole = Window(0, 0, info.width, info.height)

    def read(y0: int, y1: int) -> Pixels:
        alpha = None if color.alpha is None else color.alpha[y0:y1]
        return Pixels(color.color[y0:y1], alpha)

    renderer = model.renderer(info.width, info.height, config.seed)
    rows = renderer.rows(colors_of(read, info), whole, depth=depth, strip=None, cancel=cancel)
    picture = np.concatenate([samples for _, samples in rows])
    others = other_renderers(model, info, config.seed, config.trust_seeds)
    spreads = spread_rows(
        lambda y0, y1: picture[y0:y1], others, info, read, whole, depth=depth, scale=model.scale, strip=None,
        cancel=cancel,
    )  # fmt: skip
    spread = np.concatenate([part for _, part in spreads])
    squares = ((picture.astype(np.float64) - original) ** 2).mean(axis=2)
    return spread.astype(np.float64), squares


def _means(values: Floats) -> Floats:
    """Of whole blocks, (n,); what is left at the right and below is left out."""
    rows, columns = (side // BLOCK_PX for side in values.shape)
    whole = values[: rows * BLOCK_PX, : columns * BLOCK_PX]
    means: Floats = whole.reshape(rows, BLOCK_PX, columns, BLOCK_PX).mean(axis=(1, 3))
    return means.ravel()


def _correlation(spread: Floats, error: Floats) -> float:
    """Pearson's; 0 where one of them is the same everywhere."""
    return float(np.corrcoef(spread, error)[0, 1]) if spread.std() > 0 and error.std() > 0 else 0.0


def _calibration_error(maps: Sequence[tuple[Floats, Floats]], curve: TrustCurve | None, seeds: int) -> float | None:
    if curve is None and len(maps) < 2:
        return None
    told, found = [], []
    for half in (0, 1):
        learned = curve
        if learned is None:
            others = maps[1 - half :: 2]
            spreads, squares = (np.concatenate([one[i].ravel() for one in others]) for i in (0, 1))
            learned = fit_curve(spreads, squares, seeds)
        for spread, square in maps[half::2]:
            error = expected(learned, spread.astype(np.float32)).astype(np.float64)
            told.append(np.sqrt(_means(error**2)))
            found.append(np.sqrt(_means(square)))
    order = np.argsort(np.concatenate(told), kind="stable")
    bins = np.array_split(np.stack([np.concatenate(told), np.concatenate(found)])[:, order], BINS, axis=1)
    gaps = [abs(float(one[0].mean() - one[1].mean())) for one in bins if one.shape[1]]
    return round(float(np.mean(gaps)), 3)
