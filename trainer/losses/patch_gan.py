"""An adversarial loss on pictures: a small network that distinguishes patches of true pictures from those of results.

What LPIPS does not see, it does: strokes in place of foliage, a haze in place of grain. Unlike the paper's head on the
fake network (`trainer.losses.adversarial`) it looks at pixels, needs no teacher, and so serves every method.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.nn.utils.parametrizations import spectral_norm

from trainer.models.workplace import Workplace
from trainer.optim.states import State, clip_and_step, load_optimizer_states, optimizer_states

_WIDTHS = (32, 64, 128)
_FOLD = 2  # pixels each way, that the first layer sees as channels
_BETAS = (0.5, 0.99)
_CLIP = 10.0


class PatchDiscriminator(nn.Module):
    """A picture -> logits of its patches of 20 and 48 pixels; large for true ones.

    With spectral normalisation (Miyato et al. 2018, arXiv:1802.05957), and without any other: the only kind that costs
    nothing on a processor.
    """

    def __init__(self) -> None:
        super().__init__()
        first, second, third = _WIDTHS
        self.fine = nn.Sequential(
            _conv(3 * _FOLD**2, first, 3), nn.LeakyReLU(0.2),
            _conv(first, second, 4, stride=2), nn.LeakyReLU(0.2),
            _conv(second, second, 3), nn.LeakyReLU(0.2),
        )  # fmt: skip
        self.coarse = nn.Sequential(
            _conv(second, third, 4, stride=2), nn.LeakyReLU(0.2), _conv(third, third, 3), nn.LeakyReLU(0.2)
        )
        self.heads = nn.ModuleList([_conv(second, 1, 1), _conv(third, 1, 1)])

    def forward(self, image: Tensor) -> list[Tensor]:
        """(B, 3, H, W) in [-1, 1], sides of any size from 16 on -> two maps of logits (B, 1, h, w)."""
        height, width = (side // _FOLD * _FOLD for side in image.shape[2:])
        fine = self.fine(F.pixel_unshuffle(image[..., :height, :width], _FOLD))
        return [head(features) for head, features in zip(self.heads, (fine, self.coarse(fine)), strict=True)]


def _conv(inputs: int, outputs: int, kernel: int, stride: int = 1) -> nn.Module:
    return spectral_norm(nn.Conv2d(inputs, outputs, kernel, stride, padding=(kernel - 1) // 2))


class PatchGan:
    """The discriminator with all that changes while it is trained, and the loss that it makes.

    Relativistic, pair by pair (Jolicoeur-Martineau 2018, arXiv:1807.00734): each patch of a result is judged against
    the same patch of its true picture, so that only what the two differ in counts, not what is in the photo.

    Args:
        place: device and precision.
        lr: of its AdamW, constant: it has to keep up with the student to the end.
        seed: of its first weights.
    """

    def __init__(self, place: Workplace, lr: float, seed: int) -> None:
        self._place = place
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            self.network = PatchDiscriminator()
        self.network.to(place.device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._parameters = list(self.network.parameters())
        self._optimizer = torch.optim.AdamW(self._parameters, lr=lr, betas=_BETAS, weight_decay=0.0, foreach=True)

    def learn(self, image: Tensor, hq: Tensor, weights: Tensor | None) -> Tensor:
        """One step of the discriminator; returns its loss, a scalar: log 2 where it cannot distinguish them.

        Args:
            image, hq: results and their true pictures, in [-1, 1], (B, 3, H, W); no gradient flows to them.
            weights: (B,) how much each pair counts; None: all alike.
        """
        with torch.enable_grad():
            loss = self._margin(hq.detach(), image.detach(), weights)
            loss.backward()
        clip_and_step(self._parameters, _CLIP, [self._optimizer])
        return loss.detach()

    def loss(self, image: Tensor, hq: Tensor, weights: Tensor | None) -> Tensor:
        """How well patches of results are told from true ones, a scalar; the gradient flows to `image` alone."""
        for p in self._parameters:
            p.requires_grad_(False)
        try:
            return self._margin(image, hq.detach(), weights)
        finally:
            for p in self._parameters:
                p.requires_grad_(True)

    def _margin(self, better: Tensor, worse: Tensor, weights: Tensor | None) -> Tensor:
        """Small where the logits of `better` are above those of `worse`."""
        with self._place.autocast():
            # Both at once: each pass moves the estimate of the spectral norms a little.
            pairs = [logits.float().chunk(2) for logits in self.network(torch.cat([better, worse]))]
        maps = [F.softplus(low - high).mean(dim=(1, 2, 3)) for high, low in pairs]
        each = torch.stack(maps).mean(dim=0)
        return each.mean() if weights is None else (each * weights).mean()

    def clear(self) -> None:
        """Drop the gradients of an aborted step."""
        self.network.zero_grad(set_to_none=True)

    def state(self) -> State:
        """Everything that an exact resume needs."""
        return {"network": self.network.state_dict(), "optimizers": optimizer_states([self._optimizer])}

    def load_state(self, state: State) -> None:
        """Restore what `state` returned."""
        self.network.load_state_dict(state["network"])
        load_optimizer_states([self._optimizer], state["optimizers"])
