"""Values made once, for several threads."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from rsd_app.engine.render.kept import Kept


def test_that_what_is_kept_is_not_made_again_and_the_oldest_goes() -> None:
    made: list[str] = []
    kept: Kept[str] = Kept(2)

    def get(key: str) -> str:
        return kept.get(key, lambda: made.append(key) or key.upper())  # type: ignore[func-returns-value]

    assert [get(key) for key in "abab"] == list("ABAB")
    assert made == ["a", "b"]
    assert [get(key) for key in "cba"] == list("CBA")  # c pushed a out, which pushes c out
    assert made == ["a", "b", "c", "a"]
    kept.clear()
    get("a")
    assert made[-1] == "a"


def test_that_one_who_makes_does_not_hold_up_others_of_another_key() -> None:
    kept: Kept[int] = Kept(4)
    begun, go_on = threading.Event(), threading.Event()

    def slow() -> int:
        begun.set()
        assert go_on.wait(30)
        return 1

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(kept.get, "slow", slow)
        assert begun.wait(30)
        second = pool.submit(kept.get, "slow", lambda: 2)  # waits for the first
        assert kept.get("other", lambda: 3) == 3
        assert not second.done()
        go_on.set()
        assert (first.result(30), second.result(30)) == (1, 1)


def test_that_a_failure_is_told_and_not_kept() -> None:
    kept: Kept[int] = Kept(1)

    def fail() -> int:
        raise ValueError("no")

    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            kept.get("a", fail)
    assert kept.get("a", lambda: 5) == 5
