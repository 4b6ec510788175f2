"""The blind panel: sides by the key, nothing that gives a program away, answers counted by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rsd_app.core.errors import ConfigError
from tools.drawing import GAP_PX, LABEL_PX
from tools.panel import main, make_panel, preferred, read_answers, read_key, wilson_interval

NAMES = [f"photo{i}" for i in range(12)]


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Results of two programs, of random pixels, and what they were made of."""
    rng, made = np.random.default_rng(0), []
    for program, side, tail in (("ours", 96, "_x4"), ("theirs", 96, ""), ("photos", 24, "")):
        folder = tmp_path / program
        folder.mkdir()
        for name in NAMES:
            pixels = rng.integers(0, 256, (side, side + side // 4, 3), dtype=np.uint8)
            Image.fromarray(pixels).save(folder / f"{name}{tail}.png")
        made.append(folder)
    return made[0], made[1], made[2]


def test_that_sheets_show_what_the_key_says(folders: tuple[Path, Path, Path], tmp_path: Path) -> None:
    ours, theirs, photos = folders
    key = make_panel(ours, theirs, tmp_path / "sheets", tmp_path / "key.json", source=photos, side=64)
    assert read_key(tmp_path / "key.json") == key
    assert [path.stem for path in sorted((tmp_path / "sheets").iterdir())] == list(key.sheets)
    assert {sheet.left for sheet in key.sheets.values()} == {"ours", "theirs"}
    for name, sheet in key.sheets.items():
        left, top, right, bottom = sheet.box
        with Image.open(tmp_path / "sheets" / f"{name}.png") as image:
            assert image.size == (3 * 64 + 2 * GAP_PX, 64 + LABEL_PX)
            assert image.info == {}
            shown = np.asarray(image)[LABEL_PX:]
        for program, column in ((sheet.left, 1), (sheet.right, 2)):
            tail = "_x4" if program == "ours" else ""
            with Image.open(tmp_path / program / f"{sheet.picture}{tail}.png") as result:
                part = np.asarray(result)[top:bottom, left:right]
            start = column * (64 + GAP_PX)
            assert np.array_equal(shown[:, start : start + 64], part)


def test_that_the_seed_decides_alone(folders: tuple[Path, Path, Path], tmp_path: Path) -> None:
    keys = [
        make_panel(folders[0], folders[1], tmp_path / f"sheets{i}", tmp_path / f"key{i}.json", side=48, seed=seed)
        for i, seed in enumerate((5, 5, 6))
    ]
    assert keys[0] == keys[1]
    assert [sheet.left for sheet in keys[0].sheets.values()] != [sheet.left for sheet in keys[2].sheets.values()]
    first, second = ((tmp_path / f"sheets{i}/03.png").read_bytes() for i in range(2))
    assert first == second


def test_that_the_place_with_most_detail_is_shown(folders: tuple[Path, Path, Path], tmp_path: Path) -> None:
    for folder in folders[:2]:
        for path in folder.iterdir():
            pixels = np.full((96, 480, 3), 200, np.uint8)
            pixels[:, :96] = np.random.default_rng(1).integers(0, 256, (96, 96, 3))
            Image.fromarray(pixels).save(path)
    key = make_panel(folders[0], folders[1], tmp_path / "sheets", tmp_path / "key.json", side=96)
    shown = [sheet.box[0] < 96 for sheet in key.sheets.values()]
    assert sum(shown) > 6  # of 12, where one place alone would be there in a quarter


def test_that_a_key_among_the_sheets_and_unequal_results_are_refused(
    folders: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    ours, theirs, photos = folders
    sheets = tmp_path / "sheets"
    with pytest.raises(ConfigError, match="among the sheets"):
        make_panel(ours, theirs, sheets, sheets / "key.json")
    with pytest.raises(ConfigError, match=r"photo0\.png.*\(30, 24\), not \(120, 96\)"):
        make_panel(ours, photos, sheets, tmp_path / "key.json")


def test_that_answers_are_counted_as_by_hand(
    folders: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = make_panel(folders[0], folders[1], tmp_path / "sheets", tmp_path / "key.json", side=48)
    for_ours = ["left" if sheet.left == "ours" else "right" for sheet in key.sheets.values()]
    names = list(key.sheets)
    # All for ours; and of ten sheets eight for ours, one tie, one for theirs.
    said = [[f"{name}, {side}, sharper" for name, side in zip(names, for_ours)]]
    said.append([f"{name}.png , {side.upper()}" for name, side in zip(names[:8], for_ours)] + [f"{names[8]}, tie", ""])
    said[1].append(f"{names[9]}, {'left' if for_ours[9] == 'right' else 'right'}, ours is waxy, or | so")
    files = [tmp_path / "anna.txt", tmp_path / "ben.txt"]
    for path, lines in zip(files, said):
        path.write_text("\n".join(lines), encoding="utf-8")
    share, sheets = preferred(key, [read_answers(path, key) for path in files])
    assert sheets == 12
    assert share == pytest.approx((8 + 0.75 + 0.5 + 2) / 12)
    assert main(["count", str(tmp_path / "key.json"), *map(str, files)]) == 0
    told = capsys.readouterr().out
    assert "| sheet | picture | anna | ben | why |" in told
    assert "| 10 | photo7 | ours | theirs | sharper; ours is waxy, or / so |" in told
    assert "22 answers: 20 ours, 1 theirs, 1 tie." in told
    assert "ours preferred: 94% of 12 sheets" in told


def test_that_the_interval_is_wilsons() -> None:
    """8 of 10, and 48 of 48: values from the formula's usual tables."""
    assert wilson_interval(0.8, 10) == pytest.approx((0.4902, 0.9433), abs=2e-4)
    assert wilson_interval(1.0, 48) == pytest.approx((0.9259, 1.0), abs=2e-4)


@pytest.mark.parametrize(
    ("line", "why"), [("99, left", "of a sheet '99'"), ("01, both", "says 'both'"), ("01, tie\n01, left", "second")]
)
def test_that_unclear_answers_are_refused_by_line(
    folders: tuple[Path, Path, Path], tmp_path: Path, line: str, why: str
) -> None:
    key = make_panel(folders[0], folders[1], tmp_path / "sheets", tmp_path / "key.json", side=48)
    (tmp_path / "carl.txt").write_text(line, encoding="utf-8")
    with pytest.raises(ConfigError, match=rf"carl\.txt, line \d.*{why}"):
        read_answers(tmp_path / "carl.txt", key)
