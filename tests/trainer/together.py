"""Run as several processes by test_peers.py: one update of a tiny network, or a whole tiny training."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import torch
from torch import nn

from trainer.optim.states import clip_and_step
from trainer.parallel.peers import join_peers


def update(out: Path) -> None:
    """Two updates on this process's part of a batch of eight; each process writes its weights."""
    peers = join_peers()
    torch.manual_seed(0)
    network = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.Conv2d(4, 3, 3))
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-2)
    generator = torch.Generator().manual_seed(1)
    for _ in range(2):
        batch = torch.randn(8, 3, 12, 12, generator=generator)[peers.rank :: peers.count]
        network(batch).square().mean().backward()
        clip_and_step(list(network.parameters()), 0.05, [optimizer])
    values = torch.cat([p.detach().flatten() for p in network.parameters()])
    (out / f"{peers.count}-{peers.rank}.json").write_text(json.dumps(values.tolist()))
    peers.leave()


def training(photos: Path, out: Path, iterations: int) -> None:
    """A tiny training, resumed if it is there; dies in its sixth iteration if asked to (a negative number)."""
    import trainer.run.training
    from rsd_app.core.device.choice import choose_device
    from tests.trainer.tiny import TINY, train
    from trainer.config import override
    from trainer.methods.teacher import TeacherStage

    trainer.run.training.HELD_OUT_GROUPS = 1
    trainer.run.training.choose_device = lambda device, precision: choose_device("cpu", "fp32")
    step = TeacherStage.step
    if iterations < 0:

        def dying(self, next_batch, rate):  # type: ignore[no-untyped-def]
            if self._iteration == 5:
                sys.exit(9)
            return step(self, next_batch, rate)

        TeacherStage.step = dying  # type: ignore[method-assign]
    recipe = override(TINY, [f"teacher.iterations={abs(iterations)}", "distill.iterations=2", "save_every_s=0.01"])
    settings = [f"teacher.iterations={abs(iterations)}"] if (out / "config.json").exists() else []
    train(photos, out, recipe, **({"settings": settings} if settings else {}))


if __name__ == "__main__":
    torch.set_num_threads(1)
    if sys.argv[1] == "update":
        update(Path(sys.argv[2]))
    else:
        training(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
