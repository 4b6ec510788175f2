"""Two processes that train together: the gradients of one, one set of files, restart, and on alone."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from rsd_app.core.errors import ConfigError
from tests.trainer.tiny import TINY, train
from trainer.config import override
from trainer.parallel.launch import count_devices, run_processes
from trainer.parallel.peers import Peers, average_gradients
from trainer.run.checkpoint import load_state
from trainer.run.training import _check_split

ROOT = Path(__file__).parents[3]


def together(count: int, *arguments: object, **environment: str) -> list[int]:
    """Run tests/trainer/together.py in so many processes; their exit statuses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    children = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.trainer.together", *map(str, arguments)],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ
            | {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": port, "WORLD_SIZE": str(count), "RANK": str(rank)}
            | environment,
        )
        for rank in range(count)
    ]
    try:
        statuses = [children[0].wait(500)]
        for child in children[1:]:
            try:
                statuses.append(child.wait(100 if statuses[0] == 0 else 1))
            except subprocess.TimeoutExpired:  # it waits for the one that died, as torchrun would see
                child.kill()
                statuses.append(child.wait())
    finally:
        for child in children:
            child.kill()
            child.wait()
    return statuses


@pytest.mark.slow
def test_that_two_processes_have_the_gradients_of_one_with_twice_the_batch(tmp_path: Path) -> None:
    assert together(1, "update", tmp_path) == [0]
    assert together(2, "update", tmp_path) == [0, 0]
    alone, first, second = (json.loads((tmp_path / f"{name}.json").read_text()) for name in ("1-0", "2-0", "2-1"))
    assert first == second  # to the last bit, or they would drift apart
    torch.testing.assert_close(torch.tensor(first), torch.tensor(alone), rtol=1e-4, atol=1e-6)


@pytest.mark.slow
def test_that_processes_that_torchrun_starts_again_find_each_other(tmp_path: Path) -> None:
    """Its store outlives them, with the addresses of those that have gone."""
    store = torch.distributed.TCPStore("127.0.0.1", 0, is_master=True, wait_for_workers=False)
    kept = {"MASTER_PORT": str(store.port), "TORCHELASTIC_USE_AGENT_STORE": "True"}
    for start in ("0", "1"):
        assert together(2, "update", tmp_path, **kept, TORCHELASTIC_RESTART_COUNT=start) == [0, 0]


@pytest.mark.slow
@pytest.mark.usefixtures("tiny_training")
def test_that_two_processes_train_die_restart_and_go_on_as_one(photos: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    assert together(2, "training", photos, run, -8)[0] == 9
    assert not (run / "checkpoints/teacher-00000008.safetensors").exists()
    assert together(2, "training", photos, run, 8) == [0, 0]
    events = [json.loads(line) for line in (run / "events.jsonl").read_text().splitlines()]
    started = [event for event in events if event["event"] == "stagestarted"]
    assert [(e["stage"], e["iteration"]) for e in started][:1] == [("teacher", 0)]
    assert 0 < started[1]["iteration"] < 8
    trained = [e["iteration"] for e in events if e["event"] == "trained" and e["stage"] == "teacher"]
    assert len(trained) <= 8 + 5  # written by the first one only
    assert events[-1] == {"event": "runended", "finished": True, "reason": "finished"}
    # What two have saved one can load, and go on from.
    assert load_state(run / "checkpoints/distill-00000002.safetensors")["iteration"] == 2
    more = train(photos, run, settings=["distill.iterations=3"])
    assert getattr(more[-1], "finished", False)


def test_that_one_process_alone_waits_for_nobody() -> None:
    peers = Peers()
    assert (peers.first, peers.agree(1.5, 2), peers.any("")) == (True, [1.5, 2], "")
    peers.wait()
    peers.leave()
    average_gradients([])
    with pytest.raises(ConfigError, match="3 processes cannot share evenly"):
        _check_split(override(TINY, ["teacher.batch=4", "distill.batch=4"]), Peers(0, 3))


@pytest.mark.slow
def test_that_processes_are_counted_and_their_failure_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    assert count_devices("3") == 3
    assert count_devices("auto") >= 1
    with pytest.raises(ConfigError, match="give auto"):
        count_devices("many")
    assert run_processes(["train", "status", "/nowhere/at/all"], 2) == 1
    assert "is no run directory" in capfd.readouterr().err
