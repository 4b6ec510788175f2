"""RSD: distil a ResShift teacher to one step, against an explicit fake network (arXiv 2503.13358)."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn

from trainer.config import Recipe
from trainer.losses.adversarial import FeatureDiscriminator, discriminator_loss, generator_loss
from trainer.losses.image import ImageLoss
from trainer.losses.rsd import NORMALISER_FLOOR, fake_loss, normaliser, student_loss, student_times
from trainer.models.build import Network
from trainer.models.ema import Ema
from trainer.models.workplace import (
    Batch,
    Workplace,
    asked_realism,
    draw_realism,
    normal_like,
    own_noise,
    scaled_noise,
)
from trainer.optim.muon import make_optimizers
from trainer.optim.states import (
    State,
    clip_and_step,
    load_optimizer_states,
    optimizer_states,
    scatter,
    set_rate,
)
from trainer.perceptual.lpips import Lpips

RSD_MEMORY = 0.95  # of the running average that shows whether the fake network keeps up


@dataclass(frozen=True)
class _Generated:
    """A student's image and its re-noised latent."""

    z0_hat: Tensor
    eps: Tensor
    z_t: Tensor
    t: Tensor
    z0: Tensor
    z_lq: Tensor
    realism: Tensor | None  # (B,): how much of its noise each sample had; None: all of it
    asked: Tensor | None  # (B,): how realistic the losses want it, `asked_realism`; None: as it can be

    @property
    def full(self) -> Tensor:
        """(B,) weights of the samples in RSD, which is about those with all of the noise: as realistic as is asked."""
        asked = torch.ones(len(self.z0), device=self.z0.device) if self.asked is None else self.asked
        return asked if self.realism is None else asked * (self.realism == 1)


class DistillStage:
    """Stage two.

    Args:
        recipe: its `distill` section.
        place: device, precision, process and codec.
        teacher: frozen; also the start of the fake network.
        student: the start of the student, one noise channel more.
        lpips: the perceptual distance, on the device.
    """

    name = "distill"
    parts = 1

    def __init__(self, recipe: Recipe, place: Workplace, teacher: Network, student: Network, lpips: Lpips) -> None:
        self._config = config = recipe.distill
        self._place = place
        self._realism_share = config.realism_share if student.noise_channels > 1 else 0.0
        self.batch_size, self.renew_every = config.batch, config.renew_every
        self.warmup, self.decay_share = config.warmup, config.decay_share
        self._teacher = teacher.to(place.device).requires_grad_(False).eval()
        self._student = student.to(place.device)
        self._fake = copy.deepcopy(teacher).requires_grad_(True).train()
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(recipe.seed + 13)
            self._head = FeatureDiscriminator(teacher.middle_channels).to(place.device)
        self._image_loss = ImageLoss(config, place, lpips, recipe.seed + 14)
        self._student_parameters = list(self._student.parameters())
        self._fake_parameters: list[nn.Parameter] = [*self._fake.parameters(), *self._head.parameters()]
        self._student_optimizers = make_optimizers(
            self._student, muon_lr=config.muon_lr, lr=config.lr, betas=config.betas
        )
        self._fake_optimizers = make_optimizers(
            self._fake,
            list(self._head.parameters()),
            muon_lr=config.fake_muon_lr,
            lr=config.fake_lr,
            betas=config.betas,
        )
        self._ema = Ema(self._student, config.ema)
        self._times = student_times(place.process.steps, config.student_times).to(place.device)
        self._random = torch.Generator(place.device).manual_seed(recipe.seed + 12)
        self._rsd_average = torch.zeros((), device=place.device)
        self._iteration = 0

    def step(self, next_batch: Callable[[], Batch], rate: float) -> dict[str, Tensor]:
        """K updates of the fake network on new batches, then one of the student; for K = 0 both from one pass.

        Of every `rsd_every` iterations this is the first; in the others the pictures alone teach the student.
        """
        for optimizer in (*self._student_optimizers, *self._fake_optimizers):
            set_rate(optimizer, rate)
        if self._iteration % self._config.rsd_every:
            return self._finish(self._update_alone(next_batch()))
        if self._config.fake_updates == 0:
            return self._finish(self._update_together(next_batch()))
        figures: dict[str, Tensor] = {}
        for _ in range(self._config.fake_updates):
            figures |= self._update_fake(next_batch())
        return self._finish(figures | self._update_student(next_batch()))

    def _finish(self, figures: dict[str, Tensor]) -> dict[str, Tensor]:
        self._ema.update(self._student, self._iteration)
        self._iteration += 1
        return figures

    def _generate(self, batch: Batch) -> _Generated:
        """One student image as trained: from a true z_{t_n} to z0_hat, and on to z_t at a uniform t."""
        place, device = self._place, self._place.device
        z0, z_lq = place.latents(batch)
        count = len(z0)
        picks = torch.randint(len(self._times), (count,), generator=self._random, device=device)
        at_last = torch.rand(count, generator=self._random, device=device) < self._config.last_share
        t_n = torch.where(at_last, place.process.last, self._times[picks])
        realism = draw_realism(t_n == place.process.last, self._realism_share, self._random)
        z_tn = place.process.forward(z0, z_lq, t_n, scaled_noise(z0, self._random, realism))
        noise = own_noise(self._student, z0, self._random, realism)
        with place.autocast():
            z0_hat = place.process.predict(
                self._student, z_tn, t_n, batch.lq, z_lq, noise=noise, severity=batch.severity
            )
        t = torch.randint(place.process.steps, (count,), generator=self._random, device=device)
        eps = normal_like(z0_hat, self._random)
        asked = asked_realism(realism, batch.severity, self._config.clean_realism)
        return _Generated(z0_hat, eps, place.process.forward(z0_hat, z_lq, t, eps), t, z0, z_lq, realism, asked)

    def _predict(self, network: Network, made: _Generated, batch: Batch) -> Tensor:
        with self._place.autocast():
            return self._place.process.predict(network, made.z_t, made.t, batch.lq, made.z_lq, severity=batch.severity)

    def _judge(self, z_t: Tensor, t: Tensor, batch: Batch) -> Tensor:
        """The head's logits on the fake network's middle features at z_t."""
        with self._place.autocast():
            scaled = self._place.process.scale_input(z_t, t)
            features = self._fake.middle_features(scaled, t, batch.lq, severity=batch.severity)
            logits: Tensor = self._head(features)
            return logits

    def _update_fake(self, batch: Batch) -> dict[str, Tensor]:
        total = torch.zeros((), device=self._place.device)
        for part, share in batch.split(self.parts):
            with torch.no_grad():
                made = self._generate(part)
            loss = plain = fake_loss(self._predict(self._fake, made, part), made.z0_hat, made.full)
            if self._config.w_gan > 0:
                real_z_t = self._place.process.forward(made.z0, made.z_lq, made.t, normal_like(made.z0, self._random))
                real, generated = self._judge(real_z_t, made.t, part), self._judge(made.z_t, made.t, part)
                loss = loss + self._config.w_gan * discriminator_loss(real, generated)
            (share * loss).backward()
            total += share * plain.detach()
        norm = clip_and_step(self._fake_parameters, self._config.clip, self._fake_optimizers)
        return {"fake_loss": total, "fake_grad_norm": norm}

    def _update_student(self, batch: Batch) -> dict[str, Tensor]:
        # Frozen, not detached: the gradient has to pass through both networks to z_t.
        for p in self._fake_parameters:
            p.requires_grad_(False)
        sums: dict[str, Tensor] = {}
        for part, share in batch.split(self.parts):
            _add(sums, self._gather_student(part, share), share)
        for p in self._fake_parameters:
            p.requires_grad_(True)
        norm = clip_and_step(self._student_parameters, self._config.clip, self._student_optimizers)
        return sums | {"grad_norm": norm}

    def _gather_student(self, batch: Batch, share: float) -> dict[str, Tensor]:
        """Add the student's gradients of a part of a batch; returns its figures."""
        config, place, made = self._config, self._place, self._generate(batch)
        teacher_pred = self._predict(self._teacher, made, batch)
        fake_pred = self._predict(self._fake, made, batch)
        rsd = (student_loss(teacher_pred, fake_pred, made.z0_hat) * made.full).mean()
        loss, figures = self._image_loss(place.codec.decode(made.z0_hat), batch.wanted, self._random, made.asked)
        loss = loss + self._rsd_weight(rsd) * rsd
        if config.w_gan > 0:
            figures["gan"] = generator_loss(self._judge(made.z_t, made.t, batch))
            loss = loss + config.w_gan * figures["gan"]
        (share * loss).backward()
        return figures | {"rsd": rsd}

    def _update_alone(self, batch: Batch) -> dict[str, Tensor]:
        """The student by the losses of its pictures: without the teacher, and the fake network waits."""
        sums: dict[str, Tensor] = {}
        for part, share in batch.split(self.parts):
            made = self._generate(part)
            image = self._place.codec.decode(made.z0_hat)
            loss, figures = self._image_loss(image, part.wanted, self._random, made.asked)
            (share * loss).backward()
            _add(sums, figures, share)
        norm = clip_and_step(self._student_parameters, self._config.clip, self._student_optimizers)
        return sums | {"grad_norm": norm}

    def _update_together(self, batch: Batch) -> dict[str, Tensor]:
        """Both sides of the min-max from one pass over one batch: three quarters of the work of K = 1.

        L's gradient for the fake network is that of its own loss, each sample over the student's normaliser and
        with the other sign; it is scaled back to the mean weight 1. Both updates come after both gradients.
        """
        config, sums = self._config, dict[str, Tensor]()
        for part, share in batch.split(self.parts):
            _add(sums, self._gather_together(part, share), share)
        sums["fake_grad_norm"] = clip_and_step(self._fake_parameters, config.clip, self._fake_optimizers)
        sums["grad_norm"] = clip_and_step(self._student_parameters, config.clip, self._student_optimizers)
        return sums

    def _gather_together(self, batch: Batch, share: float) -> dict[str, Tensor]:
        """Add the gradients of both sides of a part of a batch; returns its figures."""
        place, made = self._place, self._generate(batch)
        image = made.z0_hat.detach().requires_grad_()  # its gradient is handed on to the student below
        noised = place.process.forward(image, made.z_lq, made.t, made.eps)
        again = replace(made, z0_hat=image, z_t=noised)
        teacher_pred, fake_pred = self._predict(self._teacher, again, batch), self._predict(self._fake, again, batch)
        rsd = (student_loss(teacher_pred, fake_pred, image) * made.full).mean()
        gathered = [p.grad for p in self._fake_parameters]
        for p in self._fake_parameters:
            p.grad = None
        rsd.backward()
        back = -share / (made.full / normaliser(teacher_pred, image)).mean().clamp_min(NORMALISER_FLOOR)
        for p, before in zip(self._fake_parameters, gathered, strict=True):
            if p.grad is not None:
                p.grad.mul_(back)
                if before is not None:
                    p.grad.add_(before)
        loss, figures = self._image_loss(place.codec.decode(made.z0_hat), batch.wanted, self._random, made.asked)
        of_image = torch.zeros_like(image) if image.grad is None else self._rsd_weight(rsd) * image.grad
        torch.autograd.backward([share * loss, made.z0_hat], [None, share * of_image])
        return figures | {"fake_loss": fake_loss(fake_pred, image, made.full), "rsd": rsd}

    def scatter(self, rank: int) -> None:
        """See `Stage`."""
        scatter(self._random, rank, self._iteration)

    def clear(self) -> None:
        """See `Stage`."""
        for p in (*self._student_parameters, *self._fake_parameters):
            p.grad = None
            p.requires_grad_(True)
        self._image_loss.clear()

    def _rsd_weight(self, rsd: Tensor) -> Tensor:
        """w_rsd, or 0 while the fake network is behind.

        Where it predicts the student's images worse than the teacher does, on average below `rsd_floor`, L
        pays the student for running away from it, ever faster: let it catch up first.
        """
        self._rsd_average.lerp_(rsd.detach().float(), 1 - RSD_MEMORY)
        return self._config.w_rsd * (self._rsd_average > self._config.rsd_floor)

    def averaged(self) -> Network:
        """The average of the student's weights."""
        network: Network = self._ema.network  # type: ignore[assignment]
        return network

    def state(self) -> State:
        """See `Stage`."""
        return {
            "student": self._student.state_dict(),
            "ema": self._ema.network.state_dict(),
            "fake": self._fake.state_dict(),
            "head": self._head.state_dict(),
            "student_optimizers": optimizer_states(self._student_optimizers),
            "fake_optimizers": optimizer_states(self._fake_optimizers),
            "rsd_average": self._rsd_average,
            "random": self._random.get_state(),
            "iteration": self._iteration,
        } | self._image_loss.state()

    def load_state(self, state: State) -> None:
        """See `Stage`."""
        self._student.load_state_dict(state["student"])
        self._ema.network.load_state_dict(state["ema"])
        self._fake.load_state_dict(state["fake"])
        self._head.load_state_dict(state["head"])
        load_optimizer_states(self._student_optimizers, state["student_optimizers"])
        load_optimizer_states(self._fake_optimizers, state["fake_optimizers"])
        self._rsd_average.copy_(state["rsd_average"])
        self._random.set_state(state["random"])
        self._iteration = state["iteration"]
        self._image_loss.load_state(state)


def _add(sums: dict[str, Tensor], figures: dict[str, Tensor], share: float) -> None:
    """Add a part's figures to those of the batch."""
    for name, value in figures.items():
        part = share * value.detach()
        sums[name] = sums[name] + part if name in sums else part
