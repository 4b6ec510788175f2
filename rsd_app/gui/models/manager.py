"""The models that are installed: what each is for, its licence and its room; bringing in and taking out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from rsd_app.engine.settings.config import DEFAULT_MODEL
from rsd_app.gui.desktop.dropped import incoming
from rsd_app.gui.desktop.open_files import show_in_folder
from rsd_app.gui.look import theme
from rsd_app.gui.look.words import megabytes
from rsd_app.gui.models.comparison import MOST_MODELS
from rsd_app.gui.models.kind_row import KindRow, Use
from rsd_app.gui.models.labels import header_rows, kind_words, place_words, storage_words
from rsd_app.gui.models.librarian import Librarian
from rsd_app.gui.models.shelf import Place, Shelf, ShelfModel

PLACES: tuple[Place, ...] = ("bundled", "own", "imported")
_NAME = Qt.ItemDataRole.UserRole


class Card(QTextBrowser):
    """A model's card; it fetches nothing and opens nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def loadResource(self, kind: int, name: object) -> None:
        """Pictures of cards are left out: they may be large, or elsewhere."""
        return


class ModelManager(QDialog):
    """A list at the left, the chosen model at the right.

    Signals:
        use_asked: the user wants photos enlarged with this model from now on.
        training_asked: the user wants to train this model further.
        import_asked: the user wants to choose files.
        files_dropped: files that may be models (a list).
        kind_given: a kind of photos, and the model that is its default from now on.
        compare_asked: the user wants the visible part as each of these models (a list) enlarges it.
    """

    use_asked = Signal(str)
    training_asked = Signal(str)
    import_asked = Signal()
    files_dropped = Signal(object)
    kind_given = Signal(str, str)
    compare_asked = Signal(object)

    def __init__(self, librarian: Librarian, use: Use, parent: QWidget) -> None:
        super().__init__(parent)
        self._librarian, self._use_now = librarian, use
        self._shelf: Shelf | None = None
        self._photo_open = False
        self._wanted = use.single  # what is to be shown once the shelf is read
        self.setWindowTitle(self.tr("Models"))
        self.setAcceptDrops(True)
        self.resize(108 * theme.GRID_PX, 68 * theme.GRID_PX)
        self._compose()
        librarian.shelf_read.connect(self.show_shelf)
        librarian.removed.connect(self._on_removed)
        librarian.put_back.connect(self._on_put_back)
        librarian.failed.connect(self._say)
        librarian.read()

    def show_use(self, use: Use) -> None:
        """Show which models are in use now."""
        if use != self._use_now:
            self._use_now = use
            if self._shelf is not None:
                self.show_shelf(self._shelf)

    def allow_comparing(self, photo_open: bool) -> None:
        """Whether there is a photo on which models can be compared."""
        self._photo_open = photo_open
        self._show_comparable()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome; what they are is found out by the import."""
        if incoming(event.mimeData()).paths:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files_dropped.emit(list(incoming(event.mimeData()).paths))

    def show_model(self, name: str) -> None:
        """Choose a model of the list, now or once it is there."""
        self._wanted = name
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == name:
                self.list.setCurrentRow(row)

    def _compose(self) -> None:
        self.list = QListWidget()
        self.list.setObjectName("models")
        self.list.setFixedWidth(32 * theme.GRID_PX)
        self.list.setAccessibleName(self.tr("Installed models"))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.currentItemChanged.connect(lambda *_: self._show_chosen())
        self.list.itemSelectionChanged.connect(self._show_comparable)
        self.title = QLabel()
        self.title.setObjectName("title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.facts = QWidget()
        self.card = Card()
        self.card.setAccessibleName(self.tr("Card of the model"))
        self._right = QVBoxLayout()
        self._right.setSpacing(theme.GRID_PX)
        self._right.addWidget(self.title)
        self._right.addWidget(self.facts)
        self._right.addLayout(self._make_doings())
        self.kind_row = KindRow()
        self.kind_row.given.connect(self.kind_given)
        self._right.addWidget(self.kind_row)
        self._right.addWidget(self.card, 1)
        self._right.addStretch()
        row = QHBoxLayout()
        row.setSpacing(2 * theme.GRID_PX)
        row.addWidget(self.list)
        row.addLayout(self._right, 1)
        column = QVBoxLayout(self)
        column.addLayout(row, 1)
        column.addLayout(self._make_foot())

    def _make_doings(self) -> QHBoxLayout:
        self.use_button = QPushButton(self.tr("Use for all photos"))
        self.use_button.setProperty("primary", True)
        self.use_button.clicked.connect(self._use)
        self.train_button = QPushButton(self.tr("Train further …"))
        self.train_button.setToolTip(self.tr("Teach it your own photos: a training that starts from this model"))
        self.train_button.clicked.connect(self._train)
        self.compare_button = QPushButton(self.tr("Compare on this view …"))
        self.compare_button.clicked.connect(self._compare)
        self.folder_button = QPushButton(self.tr("Show in folder"))
        self.folder_button.clicked.connect(self._reveal)
        self.remove_button = QPushButton(self.tr("Remove"))
        self.remove_button.clicked.connect(self._remove)
        doings = QHBoxLayout()
        first = self.use_button, self.compare_button, self.train_button
        for button in (*first, self.folder_button, self.remove_button):
            doings.addWidget(button)
        doings.addStretch()
        return doings

    def _make_foot(self) -> QHBoxLayout:
        self.storage = QLabel()
        self.storage.setProperty("quiet", True)
        self.undo_button = QPushButton(self.tr("Undo"))
        self.undo_button.setToolTip(self.tr("Restore the removed model"))
        self.undo_button.clicked.connect(self._librarian.undo_removal)
        self.undo_button.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.import_button = QPushButton(self.tr("Import …"))
        self.import_button.setToolTip(self.tr("ResShift, SinSR and RSD files, and models of this program"))
        self.import_button.clicked.connect(self.import_asked)
        buttons.addButton(self.import_button, QDialogButtonBox.ButtonRole.ActionRole)
        foot = QHBoxLayout()
        foot.addWidget(self.storage, 1)
        foot.addWidget(self.undo_button)
        foot.addWidget(buttons)
        return foot

    @Slot(object)
    def show_shelf(self, shelf: Shelf) -> None:
        """Replace the list; what was chosen stays chosen where it is still there."""
        self._shelf = shelf
        self.list.blockSignals(True)
        self.list.clear()
        for place in PLACES:
            models = [model for model in shelf.models if model.place == place]
            if models:
                self._add_heading(place_words(place))
            for model in models:
                item = QListWidgetItem(f"{model.name}\n{self._short(model)}")
                item.setData(_NAME, model.name)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, model.name)
                item.setToolTip(str(model.path))
                self.list.addItem(item)
        self.list.blockSignals(False)
        if not self.undo_button.isVisibleTo(self):
            self.storage.setText(storage_words(shelf))
        self.show_model(self._wanted)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(1)
        self._show_chosen()
        self._show_comparable()

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self.list.font())
        font.setBold(True)
        item.setFont(font)
        self.list.addItem(item)

    def _short(self, model: ShelfModel) -> str:
        parts = [megabytes(model.size_bytes)]
        if model.header is not None:
            parts.insert(0, f"×{model.header.scale}")
        if model.error:
            parts.append(self.tr("damaged"))
        elif not model.usable:
            parts.append(self.tr("a teacher, for training"))
        if model.name == self._use_now.single:
            parts.append(self.tr("in use"))
        lines = [", ".join(parts)]
        if self._use_now.followed and not self._use_now.single:
            lines += map(kind_words, self._use_now.kinds_of(model.name))
        return "\n".join(lines)

    def chosen(self) -> ShelfModel | None:
        """The model whose card is shown."""
        name = None if self.list.currentRow() < 0 else self.list.currentItem().data(_NAME)
        models = () if self._shelf is None else self._shelf.models
        return next((model for model in models if model.name == name), None)

    def _show_chosen(self) -> None:
        model = self.chosen()
        if model is None:
            return
        self._wanted = model.name
        self.title.setText(model.name)
        self.use_button.setEnabled(model.usable and model.name != self._use_now.shared)
        self.kind_row.show_use(model.name, usable=model.usable, use=self._use_now)
        self.train_button.setEnabled(model.can_learn)
        self.remove_button.setEnabled(model.place != "bundled")
        rows = [] if model.header is None else header_rows(model.header)
        if model.error:
            rows.append((self.tr("Error"), model.error))
        rows.append((self.tr("On disk"), megabytes(model.size_bytes)))
        facts = self._make_facts(rows)
        self._right.replaceWidget(self.facts, facts)
        self.facts.hide()
        self.facts.deleteLater()
        self.facts = facts
        self.card.setMarkdown(model.card)
        self.card.setVisible(bool(model.card))

    def _make_facts(self, rows: list[tuple[str, str]]) -> QWidget:
        inner = QWidget()
        form = QFormLayout(inner)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(theme.GRID_PX // 2)
        for name, value in rows:
            label, text = QLabel(name), QLabel(value)
            label.setProperty("quiet", True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(label, text)
        return inner

    @Slot()
    def _use(self) -> None:
        model = self.chosen()
        if model is not None:
            self.use_asked.emit(model.name)

    def _compared(self) -> list[str]:
        """What a comparison shows: the selected models, a single one beside the one in use."""
        usable = [] if self._shelf is None else [model.name for model in self._shelf.models if model.usable]
        selected = {item.data(_NAME) for item in self.list.selectedItems()}
        names = [name for name in usable if name in selected]
        other = self._use_now.single or DEFAULT_MODEL
        if len(names) == 1 and other in usable and other not in names:
            names.append(other)
        return names

    @Slot()
    def _show_comparable(self) -> None:
        count = len(self._compared())
        self.compare_button.setEnabled(self._photo_open and 1 <= count <= MOST_MODELS)
        if not self._photo_open:
            why = self.tr("Open a photo first: models are compared on the part of it that you see")
        elif count > MOST_MODELS:
            why = self.tr("Up to three models can be compared")
        else:
            why = self.tr("What you see of the photo, as up to three models enlarge it; select several in the list")
        self.compare_button.setToolTip(why)

    @Slot()
    def _compare(self) -> None:
        self.compare_asked.emit(self._compared())

    @Slot()
    def _train(self) -> None:
        model = self.chosen()
        if model is not None:
            self.accept()  # or the wizard would open behind it
            self.training_asked.emit(model.name)

    @Slot()
    def _reveal(self) -> None:
        model = self.chosen()
        if model is not None:
            show_in_folder(model.path)

    @Slot()
    def _remove(self) -> None:
        model = self.chosen()
        if model is not None:
            self._librarian.remove(model.name)

    @Slot(str, object)
    def _on_removed(self, name: str, size: int) -> None:
        self.undo_button.show()
        self._say(self.tr("{0} is removed: {1}.").format(name, megabytes(size)))

    @Slot(str)
    def _on_put_back(self, name: str) -> None:
        self.undo_button.hide()
        self._wanted = name

    @Slot(str)
    def _say(self, text: str) -> None:
        self.storage.setText(text)
