"""A whole training: teacher, then distillation, in one run directory that can be resumed at any time."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path

import torch

from rsd_app.core.device import choose_device
from rsd_app.core.errors import TrainingError
from rsd_app.core.networks.compact_unet import CompactUNet
from rsd_app.core.progress import CancelToken
from trainer.config import Recipe
from trainer.dataset import GROUP, PairPool, PhotoStore, find_photos
from trainer.distill import DistillStage, student_from_teacher
from trainer.events import TrainingEvent
from trainer.loop import Budget, Loop
from trainer.losses.perceptual import load_lpips
from trainer.run_dir import RunDir
from trainer.spare_cores import SpareCores
from trainer.stage import Stage, Workplace, make_network, make_workplace
from trainer.teacher import TeacherStage
from trainer.validation import make_validation, split_held_out

HELD_OUT_GROUPS = 8  # of 16 pairs each, from the held-out photos


def start_run(
    recipe: Recipe,
    data: Sequence[Path],
    out: Path,
    *,
    for_s: float | None,
    device: str,
    emit: Callable[[TrainingEvent], None],
    cancel: CancelToken,
    share_cores: bool = False,
) -> None:
    """Train a model from photos; returns when it is done or cancelled, in either case saved.

    Args:
        for_s: time of both stages in seconds; None: the recipe's iterations.
        share_cores: use those cores only that other programs leave idle; another number of threads rounds
            otherwise, so that the run is no longer the same to the bit.

    Raises:
        TrainingError: no usable photos, or `out` holds a run.
    """
    photos = find_photos(data)  # before anything is made: a failed start leaves no directory
    run = RunDir.create(out, recipe, list(data))
    _Training(run, recipe, photos, device, emit, cancel).go(for_s, share_cores=share_cores)


def resume_run(
    run: Path,
    *,
    for_s: float | None,
    device: str,
    emit: Callable[[TrainingEvent], None],
    cancel: CancelToken,
    share_cores: bool = False,
) -> None:
    """Go on with a run where it stopped; see `start_run`."""
    place = RunDir.open(run)
    training = _Training(place, place.recipe(), find_photos(place.data()), device, emit, cancel)
    training.go(for_s, share_cores=share_cores)


def training_place(recipe: Recipe, device: str) -> Workplace:
    """Device and precision of a training: bf16 autocast where the device gains by it, never fp16."""
    chosen = choose_device(device, "auto")
    dtype = torch.bfloat16 if chosen.dtype == torch.float16 else chosen.dtype
    return make_workplace(recipe, chosen.torch_device, dtype)


class _Training:
    """The parts of one run, made once for both stages."""

    def __init__(
        self,
        run: RunDir,
        recipe: Recipe,
        photos: Sequence[Path],
        device: str,
        emit: Callable[[TrainingEvent], None],
        cancel: CancelToken,
    ) -> None:
        self._run, self._recipe, self._emit, self._cancel = run, recipe, emit, cancel
        self._place = training_place(recipe, device)
        self._lpips = load_lpips("alex", self._place.device)
        train, held = split_held_out(photos, recipe.data.held_out)
        self._pool = self._make_pool(train, recipe.data.pairs // GROUP, recipe.seed)
        self._held_out = self._make_pool(held or train, HELD_OUT_GROUPS, recipe.seed + 1000)

    def _make_pool(self, photos: Sequence[Path], groups: int, seed: int) -> PairPool:
        data = self._recipe.data
        store = PhotoStore(photos, smallest=data.pair_side, budget_mb=data.photo_memory_mb)
        return PairPool(
            store,
            groups=groups,
            side=data.pair_side,
            scale=self._recipe.scale,
            seed=seed,
            clean_share=data.clean_share,
            device=self._place.device,
        )

    def go(self, for_s: float | None, *, share_cores: bool) -> None:
        """Both stages, each only as far as it is still to be done."""
        self._run.lock()
        try:
            self._held_out.fill()
            with SpareCores() if share_cores else contextlib.nullcontext() as cores:
                self._both_stages(for_s, cores)
        finally:
            self._run.unlock()

    def _both_stages(self, for_s: float | None, cores: SpareCores | None) -> None:
        share = self._recipe.teacher.share
        teacher = TeacherStage(self._recipe, self._place)
        budget = Budget(self._recipe.teacher.iterations, None if for_s is None else for_s * share)
        if not self._train(teacher, budget, cores) or self._recipe.distill.iterations == 0:
            return
        student = student_from_teacher(teacher.averaged(), make_network(self._recipe, noise_channels=1))
        distill = DistillStage(self._recipe, self._place, teacher.averaged(), student, self._lpips)
        seconds = None if for_s is None else for_s * (1 - share)
        self._train(distill, Budget(self._recipe.distill.iterations, seconds), cores)

    def _train(self, stage: Stage, budget: Budget, cores: SpareCores | None) -> bool:
        loop = Loop(
            stage,
            recipe=self._recipe,
            pool=self._pool,
            run=self._run,
            budget=budget,
            validate=make_validation(self._held_out, self._place, self._lpips, self._recipe.seed),
            emit=self._emit,
            cancel=self._cancel,
            cores=cores,
        )
        return loop.run(len(self._held_out.hq))


def averaged_network(run: RunDir, stage: str) -> tuple[CompactUNet, int, float]:
    """The averaged network of the newest checkpoint of a stage, its iteration and training time in seconds.

    Raises:
        TrainingError: the stage has no checkpoint yet.
    """
    found = run.newest(stage)
    if found is None:
        raise TrainingError(run.path, f"has no checkpoint of the {stage} stage yet", "let it train longer")
    state, _ = found
    network = make_network(run.recipe(), noise_channels=1 if stage == "distill" else 0)
    network.load_state_dict(state["stage"]["ema"])
    return network, state["iteration"], state["elapsed_s"]
