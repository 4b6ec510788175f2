"""Files of the program's own appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from rsd_app.core.atomic_write import write_text, written_beside


def test_that_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")
    with written_beside(path, sync=True) as part:
        part.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_that_what_goes_wrong_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")

    def fail_halfway() -> None:
        with written_beside(path) as part:
            part.write_text("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_that_two_at_once_do_not_mix(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with written_beside(path) as first, written_beside(path) as second:
        assert first != second
        first.write_text("first")
        second.write_text("second")
    assert path.read_text() == "first"  # the last to end
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("length", [200, 238, 250])
def test_that_long_names_are_written(tmp_path: Path, length: int) -> None:
    path = tmp_path / ("ä" * (length // 2))
    write_text(path, "a\r\nb\n")
    assert path.read_bytes() == b"a\r\nb\n"


def test_that_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_text(tmp_path / "none" / "a", "")
