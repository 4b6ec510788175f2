"""What makes a student, by the method of a recipe; and every stage of a recipe for a trial."""

from __future__ import annotations

import dataclasses

from rsd_app.core.errors import TrainingError
from trainer.config import Recipe
from trainer.events import Noticed
from trainer.methods.direct import DirectStage
from trainer.methods.rsd import DistillStage
from trainer.methods.sinsr import SinsrStage
from trainer.methods.stage import Stage
from trainer.methods.teacher import TeacherStage
from trainer.models.build import Network, make_network, student_from_teacher
from trainer.models.start_model import StartModel
from trainer.models.workplace import Workplace
from trainer.notices import notice
from trainer.perceptual.lpips import Lpips
from trainer.perceptual.weights import FETCH_COMMAND, has_lpips_vgg


def student_stage(
    recipe: Recipe, place: Workplace, lpips: Lpips, teacher: Network | None, start: StartModel | None = None
) -> Stage:
    """The stage that makes the student: from a teacher, from a student that there is, or by RSD from both.

    Args:
        teacher: None: only the method direct does without.
        start: what the training starts from; a student continues from its own weights, not from the teacher's.

    Raises:
        TrainingError: there is neither.
    """
    if teacher is None:
        if start is None:
            raise TrainingError(recipe.name, "has neither a teacher nor a student to start from", "give --from")
        return DirectStage(recipe, place, start.network(recipe), lpips)
    if start is not None and not start.is_teacher:
        student = start.network(recipe)
    else:
        student = student_from_teacher(teacher, make_network(recipe, noise_channels=recipe.student_channels))
    if recipe.method == "direct":
        return DirectStage(recipe, place, student, lpips)
    if recipe.method == "sinsr":
        return SinsrStage(recipe, place, teacher, student)
    return DistillStage(recipe, place, teacher, student, lpips)


def with_losses_at_hand(recipe: Recipe) -> tuple[Recipe, Noticed | None]:
    """The recipe, without LPIPS-VGG where its weights were not fetched, and what to say of that; None else."""
    if recipe.distill.w_vgg == 0 or recipe.method in ("teacher", "sinsr") or has_lpips_vgg():
        return recipe, None
    without = dataclasses.replace(recipe, distill=dataclasses.replace(recipe.distill, w_vgg=0.0))
    return without, notice("without-vgg", weight=recipe.distill.w_vgg, command=FETCH_COMMAND)


def trial_stages(recipe: Recipe, place: Workplace, lpips: Lpips, start: StartModel | None = None) -> list[Stage]:
    """Every stage of a training, with a teacher that has learned nothing: the work is the same.

    Args:
        start: what the training starts from; None: from nothing.
    """
    recipe, _ = with_losses_at_hand(recipe)
    trains_teacher = start is None or start.trains_teacher(recipe)
    if start is not None and not start.is_teacher and not trains_teacher:
        return [student_stage(recipe, place, lpips, None, start)]
    teacher = TeacherStage(recipe, place)
    stages: list[Stage] = [teacher] if trains_teacher else []
    if recipe.method != "teacher":
        stages.append(student_stage(recipe, place, lpips, teacher.averaged(), start))
    return stages
