"""All that is compared in the features of one frozen network, worked out once for a step."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from trainer.config import DistillConfig
from trainer.losses.dists import DistsLoss, load_dists_loss
from trainer.losses.feature_gan import FeatureGan
from trainer.losses.texture import texture_distance
from trainer.models.workplace import Workplace
from trainer.perceptual.lpips import ALEX, VGG16, Lpips


@dataclass(frozen=True, kw_only=True)
class FeatureLoss:
    """LPIPS and, where they count, texture, DISTS and discriminating heads, on the features of one network.

    Figures have the names that their weights have in `DistillConfig`, without "w_".
    """

    place: Workplace
    lpips: Lpips
    name: str  # of the figure of LPIPS
    gan_name: str  # of the figure of the heads
    heads_name: str  # of the figure of the heads' own loss
    heads: FeatureGan | None = None
    heads_after: int = 0  # steps that the heads learn before they count
    dists: DistsLoss | None = None
    texture: bool = False

    @classmethod
    def of_alex(cls, config: DistillConfig, place: Workplace, lpips: Lpips, seed: int) -> FeatureLoss:
        """What a recipe compares in AlexNet."""
        heads = FeatureGan(place, config.feature_gan_lr, seed, ALEX) if config.w_alex_gan > 0 else None
        return cls(
            place=place, lpips=lpips, name="lpips", gan_name="alex_gan", heads_name="alex_heads", heads=heads,
            heads_after=config.feature_gan_after,
        )  # fmt: skip

    @classmethod
    def of_vgg(cls, config: DistillConfig, place: Workplace, lpips: Lpips, seed: int) -> FeatureLoss:
        """What a recipe compares in VGG16.

        Raises:
            TrainingError: the weights of DISTS were not fetched.
        """
        return cls(
            place=place, lpips=lpips, name="vgg", gan_name="feature_gan", heads_name="heads",
            heads=FeatureGan(place, config.feature_gan_lr, seed, VGG16) if config.w_feature_gan > 0 else None,
            heads_after=config.feature_gan_after,
            dists=load_dists_loss(place.device) if config.w_dists > 0 else None,
            texture=config.w_texture > 0,
        )  # fmt: skip

    def __call__(
        self, image: Tensor, hq: Tensor, weights: Tensor | None, *, mean_squares: bool = False
    ) -> dict[str, Tensor]:
        """The figures of a batch; the heads make a step first.

        Args:
            image, hq: in [-1, 1], (B, 3, H, W).
            weights: (B,) how much each sample counts; None: all alike.
            mean_squares: pool as DISTS does, not by maxima as LPIPS is measured.
        """
        with self.place.autocast():
            of_image = self.lpips.features(image, mean_squares=mean_squares)
            with torch.no_grad():
                of_hq = self.lpips.features(hq, mean_squares=mean_squares)
        figures = {self.name: weighted_mean(self.lpips.compare(of_image, of_hq), weights)}
        if self.texture:
            figures["texture"] = weighted_mean(texture_distance(of_image, of_hq), weights)
        if self.dists is not None:
            figures["dists"] = weighted_mean(self.dists(image, hq, of_image, of_hq), weights)
        if self.heads is not None:
            figures[self.heads_name] = self.heads.learn(of_image, of_hq, weights)
            if self.heads.learned > self.heads_after:
                figures[self.gan_name] = self.heads.loss(of_image, of_hq, weights)
        return figures


def weighted_mean(values: Tensor, weights: Tensor | None) -> Tensor:
    """Mean of the samples' values, each times its weight."""
    return values.mean() if weights is None else (values * weights).mean()
