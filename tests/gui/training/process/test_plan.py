"""Plans as commands and as JSON."""

import json
from pathlib import Path

import pytest

from rsd_app.__main__ import build_parser
from rsd_app.gui.training.process.plan import EFFORTS, Plan
from trainer.config import override
from trainer.recipes import find_recipe


@pytest.mark.parametrize("effort", EFFORTS)
@pytest.mark.parametrize("start", ["restore-x4", None])
def test_that_every_effort_is_a_command_that_the_trainer_takes(effort: str, start: str | None, tmp_path: Path) -> None:
    plan = Plan(folders=("/a b", "/c"), effort=effort, start=start, expert=("seed=7",))  # type: ignore[arg-type]
    args = build_parser().parse_args(plan.start_arguments(tmp_path / "run", tmp_path / "list"))
    recipe = override(find_recipe(args.recipe), args.set)
    assert recipe.seed == 7
    assert args.data == [Path("/a b"), Path("/c")]
    assert args.start == start
    assert (recipe.method == "direct") == (start is not None)
    assert args.share_cores
    assert build_parser().parse_args(plan.resume_arguments(tmp_path / "run")).folder == tmp_path / "run"


def test_that_more_effort_is_more_iterations() -> None:
    for start in ("restore-x4", None):
        plan = Plan(start=start)
        counts = [
            override(find_recipe(plan.recipe), plan.effort_settings(effort)).distill.iterations for effort in EFFORTS
        ]
        assert counts == sorted(set(counts))


def test_that_a_plan_survives_a_restart_and_an_older_version() -> None:
    plan = Plan(folders=("/a",), by_hand={"/a/b.png": False}, damage=("data.damage=film",), when="night")
    assert Plan.from_json(json.loads(json.dumps(plan.as_json()))) == plan
    assert Plan.from_json({"folders": ["/a"], "unheard of": 1}).folders == ("/a",)
    assert plan.by_hand_lines() == "- /a/b.png\n"
