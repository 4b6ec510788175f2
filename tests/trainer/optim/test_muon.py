"""Muon's orthogonalisation: the quintic iteration, worked out on the Gram matrices."""

import pytest
import torch

from trainer.optim.muon import Muon, orthogonalise

A, B, C = 3.4445, -4.7750, 2.0315  # Jordan et al. 2024


@pytest.mark.parametrize(("rows", "cols"), [(8, 72), (72, 8), (6, 6), (7, 63), (1, 9)])
def test_that_it_is_the_quintic_iteration_of_each_singular_value(rows: int, cols: int) -> None:
    matrices = torch.randn(3, rows, cols, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
    found = orthogonalise(matrices)
    u, values, v = torch.linalg.svd(matrices / matrices.norm(dim=(1, 2), keepdim=True), full_matrices=False)
    for _ in range(5):
        values = A * values + B * values**3 + C * values**5
    expected = (u * values.unsqueeze(1)) @ v
    torch.testing.assert_close(found.double(), expected, rtol=1e-3, atol=1e-4)


def test_that_a_matrix_of_zeros_stays_one() -> None:
    assert not orthogonalise(torch.zeros(2, 4, 36)).any()


def test_that_the_layout_of_a_kernel_does_not_change_its_update() -> None:
    draw = torch.Generator().manual_seed(2)
    start, gradient = (torch.randn(6, 4, 3, 3, generator=draw) for _ in range(2))
    updated = []
    for layout in (torch.contiguous_format, torch.channels_last):
        kernel = torch.nn.Parameter(start.clone(memory_format=layout))
        kernel.grad = gradient.clone(memory_format=layout)
        optimizer = Muon([kernel], lr=0.1)
        for _ in range(2):
            optimizer.step()
        assert kernel.is_contiguous(memory_format=layout)
        updated.append(kernel.detach())
    torch.testing.assert_close(*updated, rtol=0, atol=1e-6)
    assert (updated[0] - start).norm() > 0.1
