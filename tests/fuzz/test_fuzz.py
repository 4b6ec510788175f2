"""No damaged file crashes, hangs, takes all memory, leaves something behind, or is taken for whole."""

from __future__ import annotations

import sys

import pytest

from tests.fuzz.corpus import KINDS
from tests.fuzz.runner import Worker, run_cases

CASES = 200  # of each kind
MENDED = {"session", "preferences", "plan", "xmp"}  # what is damaged of these is left out, the rest comes back
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of memory are POSIX's")


def test_that_damaged_files_are_read_or_refused() -> None:
    faults, right = [], dict.fromkeys((kind.name for kind in KINDS), 0)
    for result in run_cases(range(CASES)):
        if result.fault:
            faults.append(f"{result.kind} {result.number}: {result.fault}")
        else:
            right[result.kind] += result.answer != "whole"
    assert not faults, "\n".join(faults)
    never = {name for name, count in right.items() if not count}
    assert not never - MENDED, f"nothing was refused of {never - MENDED}"


def test_that_a_case_is_the_same_each_time() -> None:
    assert all(kind.case(5) == kind.case(5) for kind in KINDS)


def test_that_the_worker_tells_a_fault() -> None:
    with Worker() as worker:
        found = worker.run("no such kind", 1)
        assert "KeyError" in found.fault
        assert not worker.run(KINDS[0].name, 1).fault  # it goes on
