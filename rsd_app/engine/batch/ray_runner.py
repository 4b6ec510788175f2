"""A batch over a Ray cluster, or over processes of one machine: each picture goes to whoever is free."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rsd_app.core.errors import ConfigError
from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.planning import Item
from rsd_app.engine.batch.run import planned, upscale_files
from rsd_app.engine.batch.search import DEFAULT_RULES, FolderRules
from rsd_app.engine.events import BatchOutcome, Event, Failed, Stopped
from rsd_app.engine.render.pool import ModelPool
from rsd_app.engine.settings.config import UpscaleConfig

LOCAL = "local"
CORES = 8  # of a worker without a GPU
RESTARTS = 2  # of a worker that dies, and tries of the picture it died with
LOOK_EVERY_S = 0.5


class Worker:
    """One process of the cluster: holds its model and enlarges what it is given."""

    def __init__(self, config: UpscaleConfig, rules: FolderRules, threads: int) -> None:
        import torch

        if not torch.cuda.is_available():
            torch.set_num_threads(threads)
        self._config, self._rules, self._models = config, replace(rules, shard=None, variants=1), ModelPool(1)

    def enlarge(self, source: Path, destination: Path, seed: int) -> BatchOutcome:
        """Enlarge one picture."""
        destination.parent.mkdir(parents=True, exist_ok=True)
        (outcome,) = upscale_files(
            [source],
            destination,
            replace(self._config, seed=seed),
            emit=lambda event: None,
            cancel=CancelToken(),
            rules=self._rules,
            models=self._models,
        )
        return outcome


def upscale_with_ray(
    inputs: Sequence[Path],
    out: Path | None,
    config: UpscaleConfig,
    *,
    emit: Callable[[Event], None],
    cancel: CancelToken,
    rules: FolderRules = DEFAULT_RULES,
    address: str = LOCAL,
    workers: int | None = None,
) -> list[BatchOutcome]:
    """As upscale_files, over workers: one per GPU or group of cores. All machines have to share the folders.

    A worker that dies is started again and its picture with it; then the picture counts as failed.

    Args:
        address: of a cluster, "auto" for the one of this machine, or "local" for processes of this machine.
        workers: how many; None for what the cluster has room for.

    Raises:
        ConfigError: Ray is not installed or not reached; as upscale_files.
    """
    ray = _ray()
    whole, trust, check = (None if path is None else path.absolute() for path in (out, config.trust, config.check))
    config = replace(config, trust=trust, check=check)
    items, outcomes = planned([path.absolute() for path in inputs], whole, config, rules, emit)
    try:
        if address == LOCAL:
            ray.init(include_dashboard=False, log_to_driver=False, logging_level="error")
        else:
            ray.init(address=address, log_to_driver=False, logging_level="error")
    except (ConnectionError, RuntimeError, ValueError) as error:
        problem = f"cannot be reached ({str(error).splitlines()[0]})"
        raise ConfigError(
            f"--ray {address}", problem, "start it with `ray start --head`, or leave the address out"
        ) from error
    try:
        return outcomes + _run(ray, items, config, rules, emit, cancel, workers)
    finally:
        ray.shutdown()


def _run(
    ray: Any,
    items: Sequence[Item],
    config: UpscaleConfig,
    rules: FolderRules,
    emit: Callable[[Event], None],
    cancel: CancelToken,
    workers: int | None,
) -> list[BatchOutcome]:
    idle = _workers(ray, config, rules, min(workers or len(items), len(items)), limited=workers is None)
    waiting = list(enumerate(items))[::-1]
    busy: dict[Any, tuple[int, Item, Any]] = {}
    ends: dict[int, BatchOutcome] = {}
    while (waiting and not cancel.cancelled) or busy:
        while waiting and idle and not cancel.cancelled:
            number, item = waiting.pop()
            worker = idle.pop()
            busy[worker.enlarge.remote(item.source, item.destination, item.seed)] = (number, item, worker)
        ready, _ = ray.wait(list(busy), num_returns=1, timeout=LOOK_EVERY_S)
        for task in ready:
            number, item, worker = busy.pop(task)
            try:
                ends[number] = ray.get(task)
            except ray.exceptions.RayError as error:
                ends[number] = Failed(
                    source=item.source, error=f"{item.source}: its worker failed ({_first_line(error)})"
                )
            emit(ends[number])
            idle.append(worker)
    for number, item in waiting:
        ends[number] = Stopped(source=item.source, resumable=False)
        emit(ends[number])
    return [ends[number] for number in sorted(ends)]


def _workers(ray: Any, config: UpscaleConfig, rules: FolderRules, most: int, *, limited: bool) -> list[Any]:
    """As many as there are GPUs, or groups of cores; `most` where that is fewer, or where they are asked for."""
    has = ray.cluster_resources()
    gpus, cores = int(has.get("GPU", 0)), max(1, int(has.get("CPU", 1)))
    count = max(1, min(most, gpus or -(-cores // CORES))) if limited else most
    share = {"num_gpus": 1, "num_cpus": 1} if gpus else {"num_cpus": max(1, cores // count)}
    remote = ray.remote(max_restarts=RESTARTS, max_task_retries=RESTARTS, **share)(Worker)
    return [remote.remote(config, rules, max(1, cores // count)) for _ in range(count)]


def _ray() -> Any:
    # Ray reports usage to its makers unless this is set; nothing leaves the machine here.
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    try:
        import ray
    except ImportError as error:
        raise ConfigError("--ray", "needs the ray extra", "pip install 'rsd-studio[ray]'") from error
    return ray


def _first_line(error: Exception) -> str:
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
