"""Whether the map of trust can be trusted: spread over seeds against the true error, on pairs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rsd_app.core.errors import ConfigError
from rsd_app.core.image_io.read import Pixels, open_image
from rsd_app.core.progress import CancelToken
from rsd_app.engine.canvas_rows import colors_of
from rsd_app.engine.config import UpscaleConfig
from rsd_app.engine.models import ModelPool
from rsd_app.engine.rendering import Depth, Model, Window
from rsd_app.engine.trust import other_renderers, spread_rows

BLOCK_PX = 8
BINS = 10  # of blocks of similar expected error, for the error of calibration

Floats = NDArray[np.float64]


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
        levels of 255, where the expectation was learned from the other half of the pictures (None for a single one);
        spread and error: means, in levels; n, seeds.

    Raises:
        ConfigError: a pair whose sizes do not fit.
        Cancelled: between strips.
    """
    model = ModelPool(1).get(config)
    blocks = []
    for lq, hq in pairs:
        blocks.append(_blocks(model, config, lq, hq, cancel))
        progressed()
    correlations = [_correlation(spread, error) for spread, error in blocks]
    return {
        "corr_8px": round(float(np.mean(correlations)), 4),
        "corr_8px_min": round(float(np.min(correlations)), 4),
        "calibration_error": _calibration_error(blocks),
        "spread": round(float(np.mean([spread.mean() for spread, _ in blocks])), 3),
        "error": round(float(np.mean([error.mean() for _, error in blocks])), 3),
        "n": len(blocks),
        "seeds": config.trust_seeds,
    }


def isotonic(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """The rising function nearest to y at x in squares: its corners, for np.interp (pool adjacent violators).

    Args:
        x, y: (n,), n at least 1.

    Returns:
        places, rising, and the value at each, not falling.
    """
    order = np.argsort(x, kind="stable")
    sums: list[float] = []  # of each pool
    counts: list[int] = []
    places: list[float] = []
    for at, value in zip(x[order].tolist(), y[order].tolist(), strict=True):
        total, count, place = value, 1, at
        while counts and sums[-1] / counts[-1] >= total / count:
            place = (places.pop() * counts[-1] + place * count) / (counts[-1] + count)
            total, count = total + sums.pop(), count + counts.pop()
        sums.append(total)
        counts.append(count)
        places.append(place)
    return np.array(places), np.array(sums) / np.array(counts)


def _blocks(model: Model, config: UpscaleConfig, lq: Path, hq: Path, cancel: CancelToken) -> tuple[Floats, Floats]:
    """Spread and error of every block of a picture, in levels of 255."""
    depth = Depth(3, 8)
    with open_image(hq, max_megapixels=config.max_megapixels) as image:
        original = image.read_rows(0, image.info.height).color
    with open_image(lq, max_megapixels=config.max_megapixels) as image:
        info = image.info
        color = image.read_rows(0, info.height)
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
    return _means(spread.astype(np.float64)).ravel(), np.sqrt(_means(squares)).ravel()


def _means(values: Floats) -> Floats:
    """Of whole blocks; what is left at the right and below is left out."""
    rows, columns = (side // BLOCK_PX for side in values.shape)
    whole = values[: rows * BLOCK_PX, : columns * BLOCK_PX]
    means: Floats = whole.reshape(rows, BLOCK_PX, columns, BLOCK_PX).mean(axis=(1, 3))
    return means


def _correlation(spread: Floats, error: Floats) -> float:
    """Pearson's; 0 where one of them is the same everywhere."""
    return float(np.corrcoef(spread, error)[0, 1]) if spread.std() > 0 and error.std() > 0 else 0.0


def _calibration_error(blocks: Sequence[tuple[Floats, Floats]]) -> float | None:
    if len(blocks) < 2:
        return None
    expected, found = [], []
    for half in (0, 1):
        x, y = (np.concatenate(parts) for parts in zip(*blocks[1 - half :: 2], strict=True))
        corners = isotonic(x, y)
        for spread, error in blocks[half::2]:
            expected.append(np.interp(spread, *corners))
            found.append(error)
    order = np.argsort(np.concatenate(expected), kind="stable")
    bins = np.array_split(np.stack([np.concatenate(expected), np.concatenate(found)])[:, order], BINS, axis=1)
    gaps = [abs(float(one[0].mean() - one[1].mean())) for one in bins if one.shape[1]]
    return round(float(np.mean(gaps)), 3)
