"""What the user works on: the photos and their settings, changed only through an undo stack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from rsd_app.core.image_io.color.choices import KINDS, Kind
from rsd_app.engine.settings.config import DEFAULT_MODEL, UpscaleConfig
from rsd_app.engine.settings.regions import Region
from rsd_app.gui.document.choices import BY_KIND, Choices
from rsd_app.gui.document.photo import Photo, State
from rsd_app.gui.document.queue_model import QueueModel

UNDO_LIMIT = 200


class Change(QUndoCommand):
    """Something that can be done and undone.

    Args:
        text: for the menu: "Undo remove 3 photos".
        do, undo: the two ways.
        merges: changes that follow each other with the same value here become one; empty for never.
    """

    def __init__(self, text: str, do: Callable[[], None], undo: Callable[[], None], merges: str = "") -> None:
        super().__init__(text)
        self._do, self._undo, self._merges = do, undo, merges

    def redo(self) -> None:
        self._do()

    def undo(self) -> None:
        self._undo()

    def id(self) -> int:
        return 1 if self._merges else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Change) or other._merges != self._merges:
            return False
        self._do = other._do
        return True


class Document(QObject):
    """The queue and the settings.

    Args:
        choices: for all photos.
        kind_models: the models that are the default for kinds of photos; the bundled one is for the others.

    Signals:
        choices_changed: settings of all, or of some photo.
        read_asked: photos (a list) that came in and have not been read yet.
    """

    choices_changed = Signal()
    read_asked = Signal(object)

    def __init__(self, choices: Choices, kind_models: Mapping[Kind, str] | None = None) -> None:
        super().__init__()
        self.queue = QueueModel()
        self.shared = choices
        self.kind_models: Mapping[Kind, str] = dict(kind_models or {})
        self._installed: frozenset[str] | None = None  # names; None while they are not known
        self.undo = QUndoStack(self)
        self.undo.setUndoLimit(UNDO_LIMIT)
        self.queue.move_asked.connect(self.move_to)

    def asked_of(self, photo: Photo | None) -> Choices:
        """What was chosen for a photo: its own settings, or those for all; its model may be chosen by its kind."""
        return self.shared if photo is None or photo.own is None else photo.own

    def choices_of(self, photo: Photo | None) -> Choices:
        """What holds for a photo: its model is one that there is, and what was painted on it counts."""
        asked = self.asked_of(photo)
        if photo is not None and photo.regions:
            asked = replace(asked, regions=photo.regions)
        if asked.model != BY_KIND:
            return asked
        return replace(asked, model=self.model_for(None if photo is None else photo.kind))

    def model_for(self, kind: Kind | None) -> str:
        """The default of a kind; the bundled model where there is none, or none any more.

        A photo whose kind is not known yet is taken for one in colour, as most are.
        """
        name = self.kind_models.get(kind or "colour", DEFAULT_MODEL)
        return name if self._installed is None or name in self._installed else DEFAULT_MODEL

    def set_installed(self, names: Iterable[str]) -> None:
        """Set the installed models."""
        before = [self.model_for(kind) for kind in KINDS]
        self._installed = frozenset(names)
        if [self.model_for(kind) for kind in KINDS] != before:
            self.choices_changed.emit()

    def set_kind_model(self, kind: Kind, name: str) -> None:
        """Make a model the default of a kind, and let the models of photos follow their kinds from now on.

        A model that was chosen for all photos stays that of the kinds that have no default.
        """
        before, shared = self.kind_models, self.shared
        general = DEFAULT_MODEL if shared.model == BY_KIND else shared.model
        wanted = {each: before.get(each, general) for each in KINDS} | {kind: name}
        after = {each: model for each, model in wanted.items() if model != DEFAULT_MODEL}
        model = BY_KIND if after else DEFAULT_MODEL
        if (after, model) == (before, shared.model):
            return

        def put(models: Mapping[Kind, str], choices: Choices) -> None:
            self.kind_models, self.shared = models, choices
            self.choices_changed.emit()

        text = self.tr("change default models")
        self._push(text, lambda: put(after, replace(shared, model=model)), lambda: put(before, shared))

    def config_of(self, photo: Photo) -> UpscaleConfig:
        """What a photo is to be enlarged with.

        Raises:
            ConfigError: a value is out of its range.
        """
        choices = self.choices_of(photo)
        config = choices.config(max(1, photo.width), max(1, photo.height))
        if choices.guard and photo.guarded is not None:
            config = replace(config, guard=False, regions=(*photo.guarded, *config.regions))
        return config

    def result_mp(self, photo: Photo) -> float:
        """Megapixels of a photo's result; 0 while its size is not known."""
        if not photo.width:
            return 0.0
        width, height = self.asked_of(photo).result_size(photo.width, photo.height)
        return width * height / 1e6

    def results_mp(self, photos: Iterable[Photo]) -> float:
        """Megapixels of the results of many photos; those of a camera are of few sizes."""
        alike = Counter((photo.own, photo.width, photo.height) for photo in photos if photo.width)
        mp = 0.0
        for (own, width, height), count in alike.items():
            result_width, result_height = (own or self.shared).result_size(width, height)
            mp += count * result_width * result_height / 1e6
        return mp

    def add(self, photos: Sequence[Photo]) -> None:
        """Append photos; those that are unread are asked to be read."""
        if not photos:
            return
        keys = [photo.key for photo in photos]

        def do() -> None:
            self.queue.insert(self.queue.rowCount(), photos)
            unread = [photo for photo in photos if photo.state is State.READING]
            if unread:
                self.read_asked.emit(unread)

        self._push(self.tr("add %n photo(s)", "", len(photos)), do, lambda: self.queue.remove(keys))

    def remove(self, photos: Sequence[Photo]) -> None:
        """Take photos out of the queue; no file is touched."""
        if not photos:
            return
        keys = {photo.key for photo in photos}
        there = self.queue.photos()
        rows = [row for row, photo in enumerate(there) if photo.key in keys]
        leaving = [there[row] for row in rows]
        self._push(
            self.tr("remove %n photo(s)", "", len(photos)),
            lambda: self.queue.remove(keys),
            lambda: self.queue.insert_at(rows, leaving),
        )

    def move_to(self, keys: Sequence[int], row: int) -> None:
        """Move photos before a row."""
        before = [photo.key for photo in self.queue.photos()]
        moving = [key for key in before if key in set(keys)]
        rest = [key for key in before if key not in set(keys)]
        place = sum(1 for key in before[:row] if key not in set(keys))
        after = [*rest[:place], *moving, *rest[place:]]
        if moving and after != before:
            text = self.tr("move %n photo(s)", "", len(moving))
            self._push(text, lambda: self._order(after), lambda: self._order(before))

    def _order(self, keys: Sequence[int]) -> None:
        """An order that was kept; photos that have come or gone since stay out of it."""
        there = [photo.key for photo in self.queue.photos()]
        kept = [key for key in keys if key in set(there)]
        self.queue.reorder([*kept, *(key for key in there if key not in set(kept))])

    def change(self, photos: Sequence[Photo], **values: Any) -> None:
        """Change settings of some photos, or of all without settings of their own where none are given."""
        if not photos:
            self._set_shared(replace(self.shared, **values), merges=",".join(values))
            return
        keys = ",".join(str(photo.key) for photo in photos)
        new = [replace(self.asked_of(photo), **values) for photo in photos]
        self._set_own(photos, new, merges=f"{keys}:{','.join(values)}")

    def use(self, photos: Sequence[Photo], choices: Choices) -> None:
        """All settings at once, from a preset or a reset."""
        if photos:
            self._set_own(photos, [choices] * len(photos))
        else:
            self._set_shared(choices)

    def separate(self, photos: Sequence[Photo], own: bool) -> None:
        """Give photos settings of their own, equal to those that hold now; or let them follow those for all."""
        self._set_own(photos, [self.asked_of(photo) if own else None for photo in photos])

    def apply_to_all(self, choices: Choices) -> None:
        """One set of settings for every photo, none has its own any more."""
        with_own = [photo for photo in self.queue.photos() if photo.own is not None]
        self.undo.beginMacro(self.tr("apply settings to all"))
        self._set_shared(choices)
        self._set_own(with_own, [None] * len(with_own))
        self.undo.endMacro()

    def paint(self, photo: Photo, regions: tuple[Region, ...]) -> None:
        """Replace a photo's painted regions."""
        before = photo.regions
        if regions == before:
            return

        def put(there: tuple[Region, ...]) -> None:
            photo.regions = there
            self.queue.changed(photo)
            self.choices_changed.emit()

        text = self.tr("paint") if len(regions) > len(before) else self.tr("erase")
        self._push(text, lambda: put(regions), lambda: put(before))

    def _set_shared(self, new: Choices, merges: str = "") -> None:
        old = self.shared
        if new == old:
            return

        def put(choices: Choices) -> None:
            self.shared = choices
            self.choices_changed.emit()

        self._push(self.tr("change settings"), lambda: put(new), lambda: put(old), merges and f"all:{merges}")

    def _set_own(self, photos: Sequence[Photo], new: Sequence[Choices | None], merges: str = "") -> None:
        old = [photo.own for photo in photos]
        if list(new) == old:
            return

        def put(choices: Sequence[Choices | None]) -> None:
            for photo, own in zip(photos, choices, strict=True):
                photo.own = own
                self.queue.changed(photo)
            self.choices_changed.emit()

        text = self.tr("change settings of %n photo(s)", "", len(photos))
        self._push(text, lambda: put(new), lambda: put(old), merges)

    def _push(self, text: str, do: Callable[[], None], undo: Callable[[], None], merges: str = "") -> None:
        self.undo.push(Change(text, do, undo, merges))
