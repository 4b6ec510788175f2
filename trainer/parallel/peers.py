"""Processes that train one run together: each a part of every batch, one gradient.

Plain torch.distributed, no wrapper around the networks: a step of the distillation goes through several networks
in several passes, some of them frozen for a while, which DistributedDataParallel's hooks are not made for. One sum
over all gradients before each update does the same, and for small networks takes no longer. Every process has
the whole pool of pairs and draws the same batches; decisions and files are the first one's. So a checkpoint does
not know how many there were.
"""

from __future__ import annotations

import contextlib
import logging
import os
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

import torch
import torch.distributed as dist
from torch import nn

from rsd_app.core.errors import TrainingError

log = logging.getLogger(__name__)

PATIENCE = timedelta(days=7)  # a pause is no failure
# A thread of gloo lets go of the last sum's tensors, for which it needs Python. Were the interpreter ending by then,
# Python 3.11 would end that thread, and C++ with it the process (abort).
LETTING_GO_S = 0.2


class Peers:
    """The place of this process among those that train together; alone where there is one only.

    Args:
        rank: of this process, from 0; the first one decides and writes.
        count: of processes.
        local_rank: on its machine: which GPU is its own.
    """

    def __init__(self, rank: int = 0, count: int = 1, local_rank: int = 0) -> None:
        self.rank, self.count, self.local_rank = rank, count, local_rank

    @property
    def first(self) -> bool:
        """Whether this process decides and writes."""
        return self.rank == 0

    def agree(self, *values: float) -> list[float]:
        """The first process's values, in all of them."""
        if self.count == 1:
            return list(values)
        shared = torch.tensor(values, dtype=torch.float64)
        with _losses_told():
            dist.broadcast(shared, 0)
        return [float(value) for value in shared]

    def any(self, text: str) -> str:
        """The text, or where it is empty and another process has one, that this is so."""
        if self.count == 1:
            return text
        flag = torch.tensor(float(bool(text)))
        with _losses_told():
            dist.all_reduce(flag, dist.ReduceOp.MAX)
        return text or ("another process is in trouble" if float(flag) else "")

    def wait(self) -> None:
        """Wait until every process has arrived."""
        if self.count > 1:
            with _losses_told():
                dist.barrier()

    def leave(self) -> None:
        """Leave the process group."""
        if self.count > 1 and dist.is_initialized():
            dist.destroy_process_group()
            time.sleep(LETTING_GO_S)


def join_peers() -> Peers:
    """The group that torchrun or `rsd train run --devices` has started this process in.

    Raises:
        TrainingError: the environment is incomplete.
    """
    count = int(os.environ.get("WORLD_SIZE", "1"))
    if count <= 1:
        return Peers()
    try:
        rank = int(os.environ["RANK"])
        local_rank = int(os.environ.get("LOCAL_RANK", rank))
    except (KeyError, ValueError) as error:
        raise TrainingError("processes", f"WORLD_SIZE is {count} without a RANK", "start them with torchrun") from error
    if not dist.is_initialized():
        # gloo also beside NCCL: what is agreed upon is on the CPU.
        cuda = torch.cuda.is_available() and dist.is_nccl_available()
        backend = "cpu:gloo,cuda:nccl" if cuda else "gloo"
        with _losses_told():
            dist.init_process_group(backend, store=_store(), rank=rank, world_size=count, timeout=PATIENCE)
    return Peers(rank, count, local_rank)


def _store() -> Any:
    """Where the processes find each other; None: where the environment says.

    torchrun keeps one store through all its restarts, and in it the addresses of processes that have gone: each
    start gets a part of its own.
    """
    if os.environ.get("TORCHELASTIC_USE_AGENT_STORE") != "True":
        return None
    place = os.environ["MASTER_ADDR"], int(os.environ["MASTER_PORT"])
    stores: Any = dist  # which does not name them among what it exports
    store = stores.TCPStore(*place, is_master=False, timeout=PATIENCE)
    return stores.PrefixStore(f"start {os.environ.get('TORCHELASTIC_RESTART_COUNT', '0')}", store)


@contextlib.contextmanager
def _losses_told() -> Iterator[None]:
    """Say in words that another process has gone.

    Raises:
        TrainingError: it has.
    """
    try:
        yield
    except RuntimeError as error:
        log.info("of the lost process torch says: %s", error)
        remedy = "resume the run: it continues from its newest checkpoint"
        raise TrainingError("processes", "have lost one of them", remedy) from error


def average_gradients(parameters: Sequence[nn.Parameter]) -> None:
    """Replace every gradient by its mean over the processes; nothing to do for one alone."""
    if not (dist.is_available() and dist.is_initialized()):
        return
    gradients = [p.grad for p in parameters if p.grad is not None]
    if not gradients:
        return
    flat = torch.cat([gradient.reshape(-1).float() for gradient in gradients])
    with _losses_told():
        dist.all_reduce(flat)
    flat /= dist.get_world_size()
    start = 0
    for gradient in gradients:
        gradient.copy_(flat[start : start + gradient.numel()].view(gradient.shape))
        start += gradient.numel()
