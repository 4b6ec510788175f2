"""An adversarial loss on features: heads on a frozen network tell true pictures from results.

As in Projected GAN (Sauer et al. 2021, arXiv:2111.01007). The frozen network already knows what pictures look like, so
that the heads learn in tens of steps what a discriminator on pixels takes hundreds for; LPIPS has worked its features
out, so that they are almost free.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.nn.utils.parametrizations import spectral_norm

from trainer.models.workplace import Workplace
from trainer.optim.states import State, clip_and_step, load_optimizer_states, optimizer_states
from trainer.perceptual.lpips import Architecture

TAPS = (0, 1, 2, 3)  # features that have a head: the last one sees more of the padding than of the picture
_WIDTH = 64
_BETAS = (0.0, 0.99)
_CLIP = 10.0
_SCALE_MEMORY = 0.99  # of the running strength of each tap


def _conv(inputs: int, outputs: int, kernel: int, stride: int = 1) -> nn.Module:
    return spectral_norm(nn.Conv2d(inputs, outputs, kernel, stride, padding=kernel // 2))


def _head(inputs: int, *, finest: bool) -> nn.Sequential:
    """Features -> a logit for each place; for each second place, at half the width, of the largest features."""
    width, first = (_WIDTH // 2, _conv(inputs, _WIDTH // 2, 3, 2)) if finest else (_WIDTH, _conv(inputs, _WIDTH, 1))
    return nn.Sequential(
        first, nn.LeakyReLU(0.2), _conv(width, width, 3), nn.LeakyReLU(0.2), _conv(width, 1, 1)
    )  # fmt: skip


class FeatureHeads(nn.Module):
    """Features of a frozen network -> logits, large for true pictures; spectral normalisation throughout.

    Args:
        architecture: of the frozen network, for the widths of its taps.
    """

    strength: Tensor

    def __init__(self, architecture: Architecture) -> None:
        super().__init__()
        widths = [layer.channels for layer in architecture.layers if layer.tap]
        self.heads = nn.ModuleList(_head(widths[tap], finest=tap == 0) for tap in TAPS)
        self.register_buffer("strength", torch.zeros(len(TAPS)))  # mean square of true features; 0: none seen yet

    @torch.no_grad()
    def follow(self, true: Sequence[Tensor]) -> None:
        """Let the scale of the inputs follow that of true features."""
        now = torch.stack([true[tap].float().square().mean() for tap in TAPS])
        self.strength.copy_(torch.where(self.strength > 0, torch.lerp(now, self.strength, _SCALE_MEMORY), now))

    def forward(self, features: Sequence[Tensor]) -> list[Tensor]:
        """The five taps, (B, C, H, W) -> logits (B, 1, h, w), one map for each of `TAPS`."""
        scales = self.strength.clamp_min(1e-12).rsqrt()
        return [
            head(features[tap] * scale.to(features[tap].dtype)) for tap, head, scale in zip(TAPS, self.heads, scales)
        ]


class FeatureGan:
    """The heads, with all that changes while they are trained, and the loss that they make.

    Relativistic, place by place (Jolicoeur-Martineau 2018, arXiv:1807.00734), as `trainer.losses.patch_gan`.

    Args:
        place: device and precision.
        lr: of their AdamW, constant.
        seed: of their first weights.
        architecture: of the frozen network.
    """

    def __init__(self, place: Workplace, lr: float, seed: int, architecture: Architecture) -> None:
        self._place = place
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            self.network = FeatureHeads(architecture)
        self.network.to(place.device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._parameters = list(self.network.parameters())
        self._optimizer = torch.optim.AdamW(self._parameters, lr=lr, betas=_BETAS, weight_decay=0.0, foreach=True)
        self._learned = 0

    @property
    def learned(self) -> int:
        """Steps that the heads have made."""
        return self._learned

    def learn(self, result: Sequence[Tensor], true: Sequence[Tensor], weights: Tensor | None) -> Tensor:
        """One step of the heads; returns their loss, a scalar: log 2 where they cannot tell the two apart.

        Args:
            result, true: features of results and of their true pictures; no gradient flows to them.
            weights: (B,) how much each pair counts; None: all alike.
        """
        self.network.follow(true)
        with torch.enable_grad():
            loss = self._margin([x.detach() for x in true], [x.detach() for x in result], weights)
            loss.backward()
        clip_and_step(self._parameters, _CLIP, [self._optimizer])
        self._learned += 1
        return loss.detach()

    def loss(self, result: Sequence[Tensor], true: Sequence[Tensor], weights: Tensor | None) -> Tensor:
        """How well results are distinguished from true pictures, a scalar; the gradient flows to `result` alone."""
        for p in self._parameters:
            p.requires_grad_(False)
        try:
            return self._margin(result, [x.detach() for x in true], weights)
        finally:
            for p in self._parameters:
                p.requires_grad_(True)

    def _margin(self, better: Sequence[Tensor], worse: Sequence[Tensor], weights: Tensor | None) -> Tensor:
        """Small where the logits of `better` are above those of `worse`."""
        with self._place.autocast():
            # Both at once: each pass moves the estimate of the spectral norms a little.
            both = self.network([torch.cat(pair) for pair in zip(better, worse, strict=True)])
        pairs = [logits.float().chunk(2) for logits in both]
        each = torch.stack([F.softplus(low - high).mean(dim=(1, 2, 3)) for high, low in pairs]).mean(dim=0)
        return each.mean() if weights is None else (each * weights).mean()

    def clear(self) -> None:
        """Drop the gradients of an aborted step."""
        self.network.zero_grad(set_to_none=True)

    def state(self) -> State:
        """Everything that an exact resume needs."""
        return {
            "network": self.network.state_dict(),
            "optimizers": optimizer_states([self._optimizer]),
            "learned": self._learned,
        }

    def load_state(self, state: State) -> None:
        """Restore what `state` returned."""
        self.network.load_state_dict(state["network"])
        load_optimizer_states([self._optimizer], state["optimizers"])
        self._learned = state["learned"]
