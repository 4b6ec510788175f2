"""The photo whose result the settings announce."""

from __future__ import annotations

from dataclasses import dataclass

from rsd_app.gui.document.choices import Choices


@dataclass(frozen=True)
class Subject:
    """What a result's size and name follow from."""

    width: int
    height: int
    format: str  # jpg, png, …: what "same" means


def written_format(choices: Choices, subject: Subject | None) -> str:
    """The format of the result's file; png while no photo says what "same" means."""
    if choices.format != "same":
        return choices.format
    return "png" if subject is None else subject.format
