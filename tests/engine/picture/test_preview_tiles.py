"""The store of tiles: what is put is found, bounded, and cut into stretches for a run."""

import numpy as np
import pytest

from rsd_app.engine.picture.preview_tiles import TILE_PX, TileStore, missing_windows, stretches


def noise(width: int, height: int) -> np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]:
    return np.random.default_rng(2).integers(0, 256, (height * 2, width * 2, 3), dtype=np.uint8)


def test_that_what_is_put_is_found_at_its_place() -> None:
    store, samples = TileStore(), noise(150, 90)
    store.put("a", 40, 20, samples, 2)
    found = store.read("a", 30, 10, 190, 110, 2)
    assert found is not None
    assert np.array_equal(found[0][20:200, 20:320], samples)
    assert found[1].sum() == 150 * 90
    assert found[1][10:100, 10:160].all()
    assert store.read("b", 30, 10, 190, 110, 2) is None
    assert not store.known("b", 30, 10, 190, 110).any()


def test_that_the_oldest_tiles_go_when_the_limit_is_reached() -> None:
    store = TileStore(limit_mb=1)
    for column in range(40):
        store.put("a", column * TILE_PX, 0, noise(TILE_PX, TILE_PX), 2)
    known = store.known("a", 0, 0, 40 * TILE_PX, 1)[0]
    assert known.sum() * TILE_PX * 2 * 2 * 3 <= 2**20
    assert known[-1]
    assert not known[0]


def test_that_rows_come_until_one_is_not_whole() -> None:
    store, samples = TileStore(), noise(70, 200)
    store.put("a", 0, 0, samples, 2)
    assert store.whole_rows("a", 70, 250).sum() == 200
    assert store.whole_rows("a", 71, 250).sum() == 0
    rows = list(store.rows("a", 70, 10, 230, 2))
    assert np.array_equal(np.concatenate([r for _, r in rows]), samples[20:404][: sum(len(r) for _, r in rows)])
    assert sum(len(r) for _, r in rows) // 2 in range(128, 191)
    store.clear()
    assert not list(store.rows("a", 70, 0, 200, 2))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ([], [(0, 100, False)]),
        ([(0, 100)], [(0, 100, True)]),
        ([(0, 11)], [(0, 11, True), (11, 100, False)]),
        ([(0, 10)], [(0, 100, False)]),
        ([(30, 50)], [(0, 100, False)]),
        ([(30, 51), (60, 70), (80, 100)], [(0, 30, False), (30, 51, True), (51, 80, False), (80, 100, True)]),
    ],
)
def test_that_only_stretches_that_gain_are_taken(
    made: list[tuple[int, int]], expected: list[tuple[int, int, bool]]
) -> None:
    rows = np.zeros(100, dtype=np.bool_)
    for start, stop in made:
        rows[start:stop] = True
    assert list(stretches(rows, 0, 10)) == expected


def test_that_a_resumed_run_takes_what_lies_below_its_start() -> None:
    rows = np.zeros(100, dtype=np.bool_)
    rows[20:60] = True
    assert list(stretches(rows, 40, 10)) == [(40, 60, True), (60, 100, False)]


def test_that_missing_parts_are_few_rectangles_that_hold_all() -> None:
    known = np.zeros((40, 60), dtype=np.bool_)
    assert missing_windows(known, 5) == [(0, 0, 60, 40)]
    known[10:, :45] = True
    assert missing_windows(known, 5) == [(0, 0, 60, 10), (45, 10, 60, 40)]
    known[10:, :] = False
    known[:30, 15:] = True
    assert missing_windows(known, 5) == [(0, 0, 15, 30), (0, 30, 60, 40)]
    assert missing_windows(np.ones((4, 4), dtype=np.bool_), 5) == []
    frame = np.zeros((40, 60), dtype=np.bool_)
    frame[10:30, 20:40] = True
    assert missing_windows(frame, 5) == [(0, 0, 60, 10), (0, 10, 20, 30), (40, 10, 60, 30), (0, 30, 60, 40)]
    assert missing_windows(frame, 11) == [(0, 0, 60, 10), (0, 10, 60, 30), (0, 30, 60, 40)]
