"""A whole training: teacher, then distillation, in one run directory that can be resumed at any time."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import torch

from rsd_app.core.cache_dir import cache_dir
from rsd_app.core.device.choice import choose_device
from rsd_app.core.errors import ConfigError, RsdError, TrainingError
from rsd_app.core.networks.families import FAMILIES
from trainer.config import SECTIONS, DataConfig, Recipe, override
from trainer.control import Control
from trainer.damage.presets import degrade_with
from trainer.data.paired import PairedStore
from trainer.data.photo_cache import PhotoCache
from trainer.data.photo_store import PhotoStore
from trainer.data.pool import GROUP, PairPool, Severities
from trainer.events import RunEnded, TrainingEvent
from trainer.guide.results import guide_results
from trainer.methods.choose import student_stage, with_losses_at_hand
from trainer.methods.rsd import DistillStage
from trainer.methods.stage import Stage
from trainer.methods.teacher import TeacherStage
from trainer.models.build import Network, check_autoencoder, make_network, noise_channels
from trainer.models.start_model import StartModel, read_start
from trainer.models.workplace import Workplace, make_workplace
from trainer.notices import notice
from trainer.parallel.kept_memory import keep_memory
from trainer.parallel.peers import Peers, join_peers
from trainer.parallel.spare_cores import SpareCores
from trainer.perceptual.lpips import load_lpips
from trainer.run.batch_size import fill_in_batches
from trainer.run.checkpoint import load_state
from trainer.run.held_out import HeldOut
from trainer.run.loop import Loop
from trainer.run.order import Host, Order
from trainer.run.reference import measure_reference
from trainer.run.run_dir import CONFIG, RunDir
from trainer.run.session import Budget, Session
from trainer.run.sources import Sources, as_facts, choose_sources, sources_of

HELD_OUT_GROUPS = 8  # of 16 pairs each, from the held-out photos
# What may not change once a run has begun: the weights and the data depend on it.
FIXED_SETTINGS = (
    *("name", "method", "family", "scale", "seed", "schedule.", "data."),
    *(f"{section}." for section in SECTIONS.values()),
)
# Copies of a network's weights in a checkpoint: itself, its average, optimiser; for a distillation both networks.
_TEACHER_COPIES, _STUDENT_COPIES = 4, 8


def start_run(order: Order, host: Host) -> None:
    """Train a model from photos; returns when it is done or cancelled, in either case saved.

    Raises:
        ConfigError: what it starts from does not fit the recipe.
        ModelError: that is damaged.
        TrainingError: no usable photos, no room on the disk, or `out` holds a run or other files.
    """
    # Everything that can fail comes before the directory is made: a failed start leaves nothing.
    peers = join_peers()
    if os.environ.get("TORCHELASTIC_RESTART_COUNT", "0") != "0" and (order.out / CONFIG).exists():
        # torchrun restarts all processes when one of them has failed: from the newest checkpoint.
        resume_run(order.out, host)
        return
    if not peers.first:
        _join_run(order, host, peers)
        return
    RunDir.check_new(order.out)
    model, recipe = _read_model(order)
    _check_room(order.out, recipe)
    recipe, missing = with_losses_at_hand(recipe)
    sources = choose_sources(order.data, recipe, host.emit, host.cancel, order.by_hand)
    if missing:
        sources = dataclasses.replace(sources, notices=[*sources.notices, missing])
    place = training_place(recipe, _own_device(host.device, peers), order.autoencoder)
    recipe = fill_in_batches(recipe, place, model, host.emit, processes=peers.count)
    training = _Training(recipe, sources, place, host, start=model, peers=peers, reference=order.reference)
    facts = sources.as_dict()
    run = RunDir.create(order.out, recipe, list(order.data), facts, order.for_s, order.start, order.autoencoder)
    run.peers = peers
    peers.wait()
    training.go(run, order.for_s)


def _read_model(order: Order) -> tuple[StartModel | None, Recipe]:
    """What a training starts from, and the recipe with its network; see `start_run` for the errors."""
    recipe = order.recipe
    if order.start is not None:
        model, recipe = read_start(order.start, recipe)
        if model.header.traits.own_autoencoder:
            check_autoencoder(order.autoencoder, model.header.autoencoder, model.header.name)
        return model, recipe
    if recipe.method == "direct" and recipe.teacher.iterations == 0:
        raise ConfigError("--from", f"is missing, and the recipe {recipe.name} starts from a model", "give one")
    if recipe.teacher.iterations == 0:
        raise ConfigError("teacher.iterations", "is 0, and there is no teacher", "give a teacher with --from")
    return None, recipe


def _join_run(order: Order, host: Host, peers: Peers) -> None:
    """Train in a run that the first of several processes begins."""
    peers.wait()  # for the directory
    run = RunDir.open(order.out)
    run.peers = peers
    _kept_training(run, run.recipe(), host, peers).go(run, order.for_s)


def _kept_training(run: RunDir, recipe: Recipe, host: Host, peers: Peers) -> _Training:
    """What a run directory says of a training, ready to go."""
    model = read_start(run.start, recipe)[0] if run.start.exists() else None
    place = training_place(recipe, _own_device(host.device, peers), run.autoencoder)
    return _Training(recipe, sources_of(run), place, host, start=model, peers=peers)


def resume_run(
    run: Path,
    host: Host,
    *,
    for_s: float | None = None,
    extend_s: float | None = None,
    settings: Sequence[str] = (),
) -> None:
    """Go on with a run where it stopped, or with a finished one beyond its end; see `start_run`.

    Args:
        for_s: the time of the whole run from now on; None: as it was started.
        extend_s: seconds more than the run had.
        settings: `key=value`, what to change of the recipe from here on; see FIXED_SETTINGS.

    Raises:
        ConfigError: a setting is unknown, out of range or fixed.
        TrainingError: no run, or another trainer is at work in it.
    """
    peers = join_peers()
    place = RunDir(RunDir.open(run).path, peers)
    if peers.first:
        place.lock()
    try:
        recipe = place.recipe()
        for setting in settings:
            if setting.strip().startswith(FIXED_SETTINGS):
                raise ConfigError(f"--set {setting}", "cannot change in a run that has begun", "start another run")
        recipe = override(recipe, settings)
        if not (recipe.teacher.batch and recipe.distill.batch):
            raise ConfigError("batch", "is 0: it is found at the start of a run only", "give a number")
        total_s = for_s if for_s is not None else place.budget_s()
        if extend_s is not None:
            if total_s is None:
                remedy = "give it more iterations: --set distill.iterations=N"
                raise ConfigError("--extend", "is a time, and this run counts iterations", remedy)
            total_s += extend_s
        training = _kept_training(place, recipe, host, peers)
        peers.wait()
        if peers.first:
            place.change(for_s=total_s, recipe=recipe)
        peers.wait()
        training.go(place, total_s)
    finally:
        place.unlock()


def training_place(recipe: Recipe, device: str, autoencoder: Path | None = None) -> Workplace:
    """Device and precision of a training: bf16 autocast where the device gains by it, never fp16."""
    chosen = choose_device(device, "auto" if recipe.precision == "auto" else "fp32")
    dtype = torch.bfloat16 if chosen.dtype == torch.float16 else chosen.dtype
    return make_workplace(recipe, chosen.torch_device, dtype, autoencoder)


def _own_device(device: str, peers: Peers) -> str:
    """Each of several processes on a machine takes a GPU of its own, where there are any."""
    if peers.count > 1 and device in ("auto", "cuda") and torch.cuda.is_available():
        return f"cuda:{peers.local_rank % torch.cuda.device_count()}"
    return device


def _check_split(recipe: Recipe, peers: Peers) -> None:
    """Hold that batches can be shared out evenly.

    Raises:
        ConfigError: one cannot.
    """
    for key, batch in (("teacher.batch", recipe.teacher.batch), ("distill.batch", recipe.distill.batch)):
        if batch % peers.count:
            problem = f"is {batch}, which {peers.count} processes cannot share evenly"
            raise ConfigError(key, problem, f"give a multiple of {peers.count}")


def _check_room(out: Path, recipe: Recipe) -> None:
    """Hold that the checkpoints of a run will fit on its disk.

    Raises:
        TrainingError: they will not.
    """
    existing = next(folder for folder in (out, *out.absolute().parents) if folder.is_dir())
    free, needed = shutil.disk_usage(existing).free, room_needed(recipe)
    if free < needed:
        problem = f"{free // 2**20} MB are free, the checkpoints of this run will take {needed >> 20}"
        raise TrainingError(out, problem, "free some space, name another disk, or lower keep_newest and milestones")


def room_needed(recipe: Recipe) -> int:
    """Bytes that the checkpoints of a run take at most."""
    with torch.device("meta"):
        weights = sum(p.numel() for p in make_network(recipe, noise_channels=1).parameters()) * 4
    # The newest, the best, one milestone for each part, and the one that is being written.
    kept = recipe.keep_newest + recipe.milestones + 2
    copies = _TEACHER_COPIES + (_STUDENT_COPIES if _has_student(recipe) else 0)
    return weights * copies * kept


class _Training:
    """The parts of one run, made once for both stages; nothing is written before `go`."""

    def __init__(
        self,
        recipe: Recipe,
        sources: Sources,
        place: Workplace,
        host: Host,
        *,
        start: StartModel | None,
        peers: Peers,
        reference: Path | None = None,
    ) -> None:
        _check_split(recipe, peers)
        keep_memory()
        self._start = start
        self._recipe, self._host, self._reference = recipe, host, reference
        self._place = place
        self._lpips = load_lpips("alex", self._place.device)
        self._notices = list(sources.notices)
        if FAMILIES[recipe.family].wants_gpu and place.device.type == "cpu":
            self._notices.append(notice("wants-gpu"))
        held_out, held_out_pairs = sources.held_out, sources.held_out_pairs
        if not held_out and not held_out_pairs:
            self._notices.append(notice("trained-on"))
            held_out, held_out_pairs = sources.photos, sources.pairs
        # Measured on any crops, so that the figures of recipes that choose otherwise can be compared.
        even = dataclasses.replace(recipe.data, detail_tries=1, scene_share=0.0)
        self._guide = guide_results(recipe.data, place.device)
        self._pool = self._make_pool(
            recipe.data, sources.photos, sources.pairs, recipe.data.pairs // GROUP, recipe.seed, guided=True
        )
        self._held_out = self._make_pool(even, held_out, held_out_pairs, HELD_OUT_GROUPS, recipe.seed + 1000)

    def _make_pool(
        self,
        data: DataConfig,
        photos: Sequence[Path],
        pairs: Sequence[tuple[Path, Path]],
        groups: int,
        seed: int,
        *,
        guided: bool = False,
    ) -> PairPool:
        recipe = self._recipe
        return PairPool(
            _store(data, photos) if photos else None,
            groups=groups,
            side=data.pair_side,
            scale=recipe.scale,
            seed=seed,
            severities=Severities.of(data),
            degrade=degrade_with(data, recipe.scale, self._place.device),
            pairs=self._paired_store(data, pairs) if pairs else None,
            guide=self._guide if guided else None,
            device=self._place.device,
        )

    def _paired_store(self, data: DataConfig, pairs: Sequence[tuple[Path, Path]]) -> PairedStore:
        facts, scale = as_facts(pairs), self._recipe.scale
        return PairedStore(facts, scale=scale, budget_mb=data.photo_memory_mb, share=data.paired_share)

    def go(self, run: RunDir, for_s: float | None) -> None:
        """Both stages, each only as far as it is still to be done."""
        first = run.peers.first
        if first:
            run.lock()
        try:
            if first:
                run.checkpoints().remove_remains()
            control = Control(run.path, first=first)
            for known in self._notices:
                self._tell(run, known)
            self._pool.work_ahead()
            with control.signals(), SpareCores() if self._host.share_cores else contextlib.nullcontext() as cores:
                self._held_out.fill()
                if self._reference is not None and first:
                    parts = self._recipe, self._held_out, self._place, self._lpips
                    self._tell(run, measure_reference(self._reference, *parts))
                finished = self._stages(run, for_s, control, cores)
            reason = "finished" if finished else "stopped; it can be resumed"
            self._tell(run, RunEnded(finished=finished, reason=reason))
        except (OSError, RsdError) as error:
            if not run.path.is_dir():
                gone = "was removed while it trained"
                raise TrainingError(run.path, gone, "bring it back and resume, or start another run") from error
            if isinstance(error, RsdError):
                self._tell(run, RunEnded(finished=False, reason=str(error)))
            raise
        finally:
            self._pool.close()
            run.unlock()
            run.peers.leave()

    def _stages(self, run: RunDir, for_s: float | None, control: Control, cores: SpareCores | None) -> bool:
        recipe, start = self._recipe, self._start
        trains_teacher = start is None or start.trains_teacher(recipe)
        teacher_s, student_s = split_time(for_s, recipe.teacher.share if trains_teacher else 0.0)
        if not _has_student(recipe):
            teacher_s, student_s = for_s, 0.0
        teacher: Network | None = None
        if start is not None and not trains_teacher:
            teacher = start.network(recipe) if start.is_teacher else None
        else:
            stage = TeacherStage(recipe, self._place, None if start is None else start.network(recipe))
            begun = bool(run.checkpoints().paths(DistillStage.name))
            # Once it has been distilled from, a teacher stays as it is, whatever a longer budget would give it.
            budget = Budget(0, None) if begun else Budget(recipe.teacher.iterations, teacher_s, student_s)
            if not self._train(run, control, stage, budget, cores):
                return False
            teacher = stage.averaged()
        if not _has_student(recipe):
            return True
        student = student_stage(recipe, self._place, self._lpips, teacher, start)
        return self._train(run, control, student, Budget(recipe.distill.iterations, student_s, 0.0), cores)

    def _train(self, run: RunDir, control: Control, stage: Stage, budget: Budget, cores: SpareCores | None) -> bool:
        session = Session(
            stage=stage,
            recipe=self._recipe,
            pool=self._pool,
            run=run,
            budget=budget,
            emit_outside=self._host.emit,
            cancel=self._host.cancel,
        )
        held_out = HeldOut(self._held_out, self._place, self._lpips, self._recipe.seed)
        return Loop(session, held_out=held_out, control=control, cores=cores).run()

    def _tell(self, run: RunDir, event: TrainingEvent) -> None:
        if run.peers.first:
            run.record(event)
            self._host.emit(event)


def _has_student(recipe: Recipe) -> bool:
    return recipe.method != "teacher" and recipe.distill.iterations > 0


def split_time(for_s: float | None, teacher_share: float) -> tuple[float | None, float | None]:
    """Seconds of the teacher's and the student's stage."""
    if for_s is None:
        return None, None
    return for_s * teacher_share, for_s * (1 - teacher_share)


def averaged_network(run: RunDir, stage: str, *, best: bool = False) -> tuple[Network, int, float]:
    """The averaged network of a checkpoint of a stage, its iteration and training time in seconds.

    Args:
        best: of the one with the best held-out figures, not the newest.

    Raises:
        TrainingError: the stage has no checkpoint yet, or none was measured.
    """
    store = run.checkpoints()
    if best:
        path = store.best(stage)
        found = None if path is None else (load_state(path), "")
    else:
        found = store.newest(stage)
    if found is None:
        raise TrainingError(run.path, f"has no checkpoint of the {stage} stage yet", "let it train longer")
    state, _ = found
    weights = state["stage"]["ema"]
    network = make_network(run.recipe(), noise_channels=noise_channels(weights, run.recipe()))
    network.load_state_dict(weights)
    return network, state["iteration"], state["elapsed_s"]


def _store(data: DataConfig, photos: Sequence[Path]) -> PhotoStore:
    return PhotoStore(
        photos,
        smallest=data.pair_side,
        detail_tries=data.detail_tries,
        scene_share=data.scene_share,
        budget_mb=data.photo_memory_mb,
        cache=PhotoCache(cache_dir() / "photos", limit_mb=data.cache_mb) if data.cache_mb else None,
    )
