"""z_lq in one step, and noise in the layout of a latent."""

import pytest
import torch

from rsd_app.core.networks.codecs import SpaceToDepth, upsample_bicubic
from trainer.models.enlarged_latent import enlarged_latent
from trainer.models.workplace import normal_like


@pytest.mark.parametrize(("scale", "fold"), [(2, 1), (3, 1), (4, 1), (2, 2), (2, 3), (3, 4)])
def test_that_it_is_the_latent_of_the_bicubic_enlargement_up_to_the_borders(scale: int, fold: int) -> None:
    lq = torch.randn(2, 3, 3 * fold, 2 * fold, generator=torch.Generator().manual_seed(1))
    codec = SpaceToDepth(scale, fold)
    expected = codec.encode(upsample_bicubic(lq, scale))
    for given in (lq, lq.contiguous(memory_format=torch.channels_last)):
        with torch.autocast("cpu", torch.bfloat16):
            found = enlarged_latent(given, codec)
        torch.testing.assert_close(found, expected, rtol=0, atol=5e-6)
        assert found.is_contiguous(memory_format=torch.channels_last)


def test_that_another_codec_gets_the_enlarged_picture() -> None:
    class Half:
        scale, period, channels = 4, 4, 3

        def encode(self, image: torch.Tensor) -> torch.Tensor:
            return image / 2

        def decode(self, latent: torch.Tensor) -> torch.Tensor:
            return latent * 2

    lq = torch.rand(1, 3, 4, 4)
    assert torch.equal(enlarged_latent(lq, Half()), upsample_bicubic(lq, 4) / 2)


@pytest.mark.parametrize("layout", [torch.contiguous_format, torch.channels_last])
def test_that_noise_lies_in_memory_as_its_latent_does(layout: torch.memory_format) -> None:
    latent = torch.zeros(2, 3, 4, 5).contiguous(memory_format=layout)
    noise = normal_like(latent, torch.Generator().manual_seed(7))
    assert noise.shape == latent.shape
    assert noise.stride() == latent.stride()
    drawn = torch.randn(120, generator=torch.Generator().manual_seed(7))
    assert torch.equal(noise.as_strided((120,), (1,)), drawn)
