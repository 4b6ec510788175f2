"""The distillation step: one pass for both networks has the gradients of the two passes."""

import copy
import dataclasses

import pytest
import torch
from torch import Tensor, nn

from trainer.config import DistillConfig, NetworkConfig, Recipe
from trainer.losses.rsd import normaliser, per_sample_mse
from trainer.methods.rsd import DistillStage
from trainer.models.build import make_network, student_from_teacher
from trainer.models.workplace import Batch, asked_realism, draw_realism, make_workplace
from trainer.perceptual.lpips import load_lpips

RECIPE = Recipe(
    name="tiny",
    network=NetworkConfig(widths=(8, 8), blocks=(1, 1), condition_dim=8),
    distill=DistillConfig(fake_updates=1),
)


def make_stage(fake_updates: int, **changes: float) -> DistillStage:
    distill = dataclasses.replace(RECIPE.distill, fake_updates=fake_updates, **changes)  # type: ignore[arg-type]
    recipe = dataclasses.replace(RECIPE, distill=distill)
    teacher = make_network(recipe, noise_channels=0)
    generator = torch.Generator().manual_seed(5)
    with torch.no_grad():  # its last convolution starts at zero, and would predict z_lq only
        teacher.head.weight.normal_(std=0.05, generator=generator)
    place = make_workplace(recipe, torch.device("cpu"), torch.float32)
    student = student_from_teacher(teacher, make_network(recipe, noise_channels=recipe.student_channels))
    stage = DistillStage(recipe, place, teacher, student, load_lpips("alex"))
    with torch.no_grad():  # a fake network that has learned something else
        for p in stage._fake.parameters():
            p.add_(0.05 * torch.randn(p.shape, generator=generator))
    return stage


def make_batch() -> Batch:
    generator = torch.Generator().manual_seed(6)
    hq = torch.rand(2, 3, 64, 64, generator=generator) * 2 - 1
    return Batch(hq, nn.functional.avg_pool2d(hq, 4), torch.tensor([0.3, -1.0]))


@pytest.fixture
def gradients(monkeypatch: pytest.MonkeyPatch) -> list[list[Tensor | None]]:
    """The gradients of every update, which is left out."""
    seen: list[list[Tensor | None]] = []

    def capture(parameters: list[nn.Parameter], *_: object) -> Tensor:
        seen.append([copy.deepcopy(p.grad) for p in parameters])
        for p in parameters:
            p.grad = None
        return torch.tensor(1.0)

    monkeypatch.setattr("trainer.methods.rsd.clip_and_step", capture)
    return seen


def test_that_one_pass_gives_both_gradients(gradients: list[list[Tensor | None]]) -> None:
    batch = make_batch()
    make_stage(1)._update_student(batch)
    stage = make_stage(0)
    stage._update_together(batch)
    apart, of_fake, together = gradients
    assert max(float(g.abs().max()) for g in apart if g is not None) > 1e-4
    for a, b in zip(apart, together, strict=True):
        assert (a is None) == (b is None)
        if a is not None and b is not None:
            torch.testing.assert_close(b, a, rtol=1e-4, atol=1e-7)

    # The fake network's: its squared error, each sample over the normaliser, with mean weight 1.
    made = make_stage(0)._generate(batch)
    target = made.z0_hat.detach()
    made = dataclasses.replace(made, z0_hat=target, z_t=made.z_t.detach())
    weight = normaliser(stage._predict(stage._teacher, made, batch), target).reciprocal()
    loss = (per_sample_mse(stage._predict(stage._fake, made, batch), target) * weight / weight.mean()).mean()
    expected = torch.autograd.grad(loss, list(stage._fake.parameters()), allow_unused=True)
    for mine, wanted in zip(of_fake, expected, strict=False):  # the head's follow, without a gradient
        if wanted is not None:
            assert mine is not None
            torch.testing.assert_close(mine, wanted, rtol=1e-4, atol=1e-7)


def test_that_a_step_in_one_pass_moves_both_networks() -> None:
    stage = make_stage(0)
    before = [copy.deepcopy(n.state_dict()) for n in (stage._student, stage._fake)]
    figures = stage.step(make_batch, 1.0)
    for network, old in zip((stage._student, stage._fake), before, strict=True):
        assert any(not torch.equal(value, old[name]) for name, value in network.state_dict().items())
    assert all(torch.isfinite(value) for value in figures.values())
    assert figures.keys() >= {"rsd", "lpips", "l1", "fake_loss"}


def test_that_the_rsd_term_rests_while_the_fake_network_is_behind() -> None:
    stage = make_stage(0)
    weights = [float(stage._rsd_weight(torch.tensor(value))) for value in (0.1, -1.0, -1.0, 5.0)]
    assert weights == [RECIPE.distill.w_rsd, 0, 0, RECIPE.distill.w_rsd]


@pytest.mark.parametrize("fake_updates", [0, 1])
def test_that_parts_of_a_batch_add_up_to_its_gradients(fake_updates: int, gradients: list[list[Tensor | None]]) -> None:
    batch = make_batch()
    whole = make_stage(fake_updates)
    whole.parts = 2
    single = make_stage(fake_updates)  # draws the same random numbers, part by part
    update = "_update_together" if fake_updates == 0 else "_update_student"
    getattr(whole, update)(batch)
    together = len(gradients)
    for part, share in batch.split(2):
        assert share == 0.5
        getattr(single, update)(part)
    assert len(gradients) == 3 * together
    for network in range(together):
        first, second = gradients[together + network], gradients[2 * together + network]
        for mine, a, b in zip(gradients[network], first, second, strict=True):
            if mine is not None and a is not None and b is not None:
                torch.testing.assert_close(mine, (a + b) / 2, rtol=1e-4, atol=1e-7)


@pytest.mark.parametrize("fake_updates", [0, 1])
def test_that_between_two_rsd_iterations_the_student_learns_alone(fake_updates: int) -> None:
    stage, batch = make_stage(fake_updates, rsd_every=3, warmup=0), make_batch()
    changes = []
    for _ in range(4):
        before = [[p.detach().clone() for p in network.parameters()] for network in (stage._student, stage._fake)]
        figures = stage.step(lambda: batch, 1.0)
        after = (stage._student.parameters(), stage._fake.parameters())
        changes.append(
            [any(not torch.equal(a, b) for a, b in zip(x, y, strict=True)) for x, y in zip(before, after, strict=True)]
        )
        assert ("rsd" in figures) == changes[-1][1]
        assert figures["grad_norm"] > 0
    assert changes == [[True, True], [True, False], [True, False], [True, True]]


def test_that_a_student_that_learns_its_realism_starts_as_one_that_does_not() -> None:
    batch, states = make_batch(), []
    for share in (0.0, 1.0):
        stage = make_stage(0, realism_share=share)
        stage._realism_share = 0.0
        states.append(stage._generate(batch).z0_hat)
    assert torch.equal(*states)


@pytest.mark.parametrize("fake_updates", [0, 1])
def test_that_rsd_is_about_full_samples_alone(fake_updates: int, monkeypatch: pytest.MonkeyPatch) -> None:
    batch, seen = make_batch(), list[Tensor | None]()
    original = DistillStage._generate

    def generate(stage: DistillStage, part: Batch) -> object:
        made = original(stage, part)
        seen.append(made.realism)
        return made

    monkeypatch.setattr(DistillStage, "_generate", generate)
    stage = make_stage(fake_updates, realism_share=1.0, last_share=1.0, warmup=0)
    before = [p.detach().clone() for p in stage._fake.parameters()]
    figures = stage.step(lambda: batch, 1.0)
    assert all(made is not None and (made < 1).all() for made in seen)
    assert figures["rsd"] == 0
    assert figures["fake_loss"] == 0
    assert figures["faithful"] > 0
    assert all(torch.equal(a, b) for a, b in zip(before, stage._fake.parameters(), strict=True))


def test_that_a_quarter_of_the_faithful_have_no_noise_and_the_other_steps_all() -> None:
    random = torch.Generator().manual_seed(1)
    at_last = torch.arange(4000) % 2 == 0
    level = draw_realism(at_last, 0.5, random)
    assert level is not None
    assert (level[~at_last] == 1).all()
    of_last = level[at_last]
    assert float((of_last < 1).float().mean()) == pytest.approx(0.5, abs=0.05)
    assert float((of_last == 0).float().mean()) == pytest.approx(0.125, abs=0.03)
    assert draw_realism(at_last, 0.0, random) is None


def test_that_little_realism_is_asked_where_little_is_damaged() -> None:
    severity = torch.tensor([0.0, 0.015, 0.03, 0.7, -1.0])
    half = torch.full((5,), 0.5)
    assert asked_realism(None, severity, 1.0) is None
    assert asked_realism(half, severity, 1.0) is half
    asked = asked_realism(None, severity, 0.2)
    assert asked is not None
    torch.testing.assert_close(asked, torch.tensor([0.2, 0.6, 1.0, 1.0, 1.0]))
    torch.testing.assert_close(asked_realism(half, severity, 0.2), asked / 2)


def test_that_clean_pictures_weigh_as_much_in_rsd_as_realism_is_asked_of_them() -> None:
    batch = dataclasses.replace(make_batch(), severity=torch.tensor([0.0, 0.5])[torch.arange(len(make_batch().lq)) % 2])
    made = make_stage(0, clean_realism=0.25)._generate(batch)
    assert made.full[0] == 0.25
    assert made.full[1] == 1
    less = make_stage(0, clean_realism=0.25, realism_share=1.0, last_share=1.0)._generate(batch)
    assert less.realism is not None
    assert less.asked is not None
    torch.testing.assert_close(less.asked[::2], less.realism[::2] / 4)
    assert not less.full.any()


@pytest.mark.parametrize("fake_updates", [0, 1])
def test_that_a_clean_picture_is_judged_by_its_squared_error_more(fake_updates: int) -> None:
    batch, found = make_batch(), []
    batch = dataclasses.replace(batch, severity=torch.zeros_like(batch.severity))
    for clean in (1.0, 0.0):
        found.append(make_stage(fake_updates, clean_realism=clean, warmup=0).step(lambda: batch, 1.0))
    assert "faithful" not in found[0]
    assert found[1]["faithful"] > 0
    assert found[1]["rsd"] == 0
    assert 0 < found[1]["lpips"] < 0.2 * found[0]["lpips"]
