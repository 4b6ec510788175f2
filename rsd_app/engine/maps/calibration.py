"""From the spread over seeds to the error to expect: a rising curve, learned on pairs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rsd_app.core.files.model_file import TrustCurve

POINTS = 32  # of a curve, each for as many pixels
MOST_PIXELS = 200_000  # that a curve is learned from

Floats = NDArray[np.float64]


def fit_curve(spread: Floats, squares: Floats, seeds: int) -> TrustCurve:
    """The curve of pixels whose error is known.

    Args:
        spread: of each pixel, (n,), in levels of 255.
        squares: of its error, in the same order.
        seeds: that the spread was taken over.
    """
    step = -(-len(spread) // MOST_PIXELS)
    places, values = isotonic(spread[::step], squares[::step])
    at = np.unique(np.quantile(spread[::step], np.linspace(0, 1, POINTS)).round(4))
    error = np.sqrt(np.interp(at, places, values)).round(4)
    return TrustCurve(seeds=seeds, spread=at.tolist(), error=np.minimum(error, 255).tolist())


def expected(curve: TrustCurve | None, spread: NDArray[np.float32]) -> NDArray[np.float32]:
    """The error to expect, in levels of 255; without a curve, the spread itself.

    A spread over another number of seeds than the curve's is taken as it is: only its own error is another.
    """
    return spread if curve is None else np.interp(spread, curve.spread, curve.error).astype(np.float32)


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
