"""What the window says of models, in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from rsd_app.gui.look.words import megabytes

if TYPE_CHECKING:
    from rsd_app.core.files.model_file import ModelHeader
    from rsd_app.core.image_io.color.choices import Kind
    from rsd_app.gui.models.shelf import GivenFile, Place, Shelf


def schedule_words(name: str) -> str:
    """A method and its steps: "ResShift, 15 steps". Methods have the same names in every language."""
    from rsd_app.core.networks.families import VARIANTS  # not above: it brings torch

    return _with_steps(VARIANTS[name].method, VARIANTS[name].runs)


def _with_steps(what: str, steps: int) -> str:
    translate = QCoreApplication.translate
    if steps == 1:
        return translate("models", "{0}, one step").format(what)
    return translate("models", "{0}, {1} steps").format(what, steps)


def place_words(place: Place) -> str:
    """Where a model comes from, in words."""
    translate = QCoreApplication.translate
    return {
        "bundled": translate("models", "Came with the program"),
        "own": translate("models", "Trained with this program"),
        "imported": translate("models", "Imported"),
    }[place]


def kind_words(kind: Kind) -> str:
    """Name of a kind of photo, in words."""
    translate = QCoreApplication.translate
    return {
        "colour": translate("models", "Colour photos"),
        "gray": translate("models", "Black and white photos"),
    }[kind]


def found_words(given: GivenFile) -> list[str]:
    """What a file holds, a line each."""
    translate, found = QCoreApplication.translate, given.found
    if found is None:
        return []
    if found.header is not None:
        kind = translate("models", "A model of this program: {0}")
        return [kind.format(found.header.description or found.header.name)]
    lines = []
    for network in found.networks:
        millions = QLocale().toString(network.parameters / 1e6, "f", 1)
        if network.kind == "autoencoder":
            text = translate("models", "Autoencoder, {0} million parameters; stored once, for all models that use it")
        elif network.noise_channels:
            text = translate("models", "Network of a student with a noise input, {0} million parameters")
        else:
            text = translate("models", "Network of a teacher or student, {0} million parameters")
        lines.append(text.format(millions))
    return lines


def storage_words(shelf: Shelf) -> str:
    """The room that models take and have."""
    translate = QCoreApplication.translate
    text = translate("models", "Your models take {0}; {1} are free.")
    used = text.format(megabytes(shelf.used_bytes), megabytes(shelf.free_bytes))
    if not shelf.shared_bytes:
        return used
    return used + " " + translate("models", "Shared autoencoders: {0}.").format(megabytes(shelf.shared_bytes))


def header_rows(header: ModelHeader) -> list[tuple[str, str]]:
    """What a model's file says of itself: names and values."""
    translate = QCoreApplication.translate
    steps = 1 if header.role == "student" else header.schedule.steps
    rows = [
        (translate("models", "For"), header.description or header.name),
        (translate("models", "Enlarges"), _with_steps(f"×{header.scale}", steps)),
        (translate("models", "Licence"), header.licence),
        (translate("models", "Author"), header.author),
        (translate("models", "Made on"), header.created),
    ]
    if header.training is not None:
        rows.append((translate("models", "Trained on"), header.training.data))
        rows.append((translate("models", "Licence of the photos"), header.training.data_licence))
    return [(name, " ".join(value.split())) for name, value in rows if value.strip()]
