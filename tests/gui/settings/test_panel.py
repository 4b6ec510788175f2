"""The panel: shows choices, says what is changed, and fits without scrolling."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from rsd_app.gui.document.choices import Choices
from rsd_app.gui.look import theme
from rsd_app.gui.settings.controls import ShareControl, TickControl
from rsd_app.gui.settings.model_box import ModelChoice
from rsd_app.gui.settings.panel import SettingsPanel
from rsd_app.gui.settings.subject import Subject
from tests.gui.conftest import MakeWindow


@pytest.fixture
def panel(qtbot: QtBot) -> SettingsPanel:
    made = SettingsPanel()
    qtbot.addWidget(made)
    made.set_models([ModelChoice("restore-x4", "for photos"), ModelChoice("other", "for scans")])
    return made


@pytest.fixture
def edits(panel: SettingsPanel) -> list[dict[str, Any]]:
    seen: list[dict[str, Any]] = []
    panel.edited.connect(seen.append)
    return seen


def choose(box: QComboBox, row: int) -> None:
    box.setCurrentIndex(row)
    box.activated.emit(row)


def retype(line: QLineEdit, text: str) -> None:
    """As a user does it who leaves the field with Tab."""
    line.setText(text)
    line.textEdited.emit(text)
    line.editingFinished.emit()


def test_that_showing_is_not_editing(panel: SettingsPanel, edits: list[dict[str, Any]]) -> None:
    for choices in (
        Choices(severity=0.7, seed=9, format="webp", quality=50, bits=16, folder="/x/y", model="gone"),
        Choices(size_by="width", size=3000.0, precision="bf16", memory_mb=256, tile=32, device="cuda:1"),
        Choices(size_by="print", paper="30x20cm", dpi=240, name="{stem}", metadata="none", colour_fix=False),
        Choices(size=2.5),
    ):
        panel.show_choices(choices, own=True, count=2)
    assert edits == []
    assert panel.size_control.box.currentText() == "×2.5"


@pytest.mark.parametrize(
    ("act", "change"),
    [
        (lambda p: p.condition.auto_box.click(), {"severity": 0.5}),
        (lambda p: p.seed.box.setValue(12), {"seed": 12}),
        (lambda p: p.format.quality_box.setValue(80), {"quality": 80}),
        (lambda p: p.controls["memory_mb"].box.setValue(512), {"memory_mb": 512}),
        (lambda p: p.controls["tile"].box.setValue(48), {"tile": 48}),
        (lambda p: p.controls["colour_fix"].box.click(), {"colour_fix": False}),
        (lambda p: choose(p.controls["metadata"].box, 2), {"metadata": "none"}),
        (lambda p: choose(p.controls["raw_gamut"].box, 1), {"raw_gamut": "wide"}),
        (lambda p: choose(p.size_control.box, p.size_control.box.count() - 1), {"size_by": "print"}),
        (lambda p: p.size_control.dpi_box.setValue(240), {"dpi": 240}),
        (lambda p: retype(p.size_control.paper_box.lineEdit(), " 40x30cm"), {"paper": "40x30cm"}),
        (lambda p: retype(p.advanced.name.box, "{stem} large"), {"name": "{stem} large"}),
        (lambda p: (p.model.box.setCurrentIndex(1), p.model.box.activated.emit(1)), {"model": "other"}),
        (
            lambda p: (p.size_control.box.setCurrentIndex(2), p.size_control.box.activated.emit(2)),
            {"size_by": "factor", "size": 2.0},
        ),
        (lambda p: (p.format.box.setCurrentIndex(1), p.format.box.activated.emit(1)), {"format": "png"}),
    ],
)
def test_that_an_edit_is_told(panel: SettingsPanel, edits: list[dict[str, Any]], act: Any, change: Any) -> None:
    act(panel)
    assert edits == [change]


def test_that_another_way_to_give_the_size_keeps_the_result(panel: SettingsPanel, edits: list[dict[str, Any]]) -> None:
    panel.show_subject(Subject(1500, 1000, "jpg"))
    row = next(i for i in range(panel.size_control.box.count()) if panel.size_control.box.itemData(i)[0] == "long_side")
    panel.size_control.box.setCurrentIndex(row)
    panel.size_control.box.activated.emit(row)
    assert edits == [{"size_by": "long_side", "size": 6000.0}]


def test_that_the_result_is_announced(panel: SettingsPanel) -> None:
    panel.resize(theme.PANEL_PX, 600)
    panel.show()
    panel.show_subject(Subject(1500, 1000, "jpg"))
    assert "1500 × 1000 → 6000 × 4000" in panel.size_control.line.text()
    assert "MB" in panel.size_control.line.text()


def test_that_a_print_is_chosen_by_paper_and_resolution(panel: SettingsPanel) -> None:
    panel.show()
    panel.show_subject(Subject(1500, 1000, "jpg"))
    assert not panel.size_control.paper_box.isVisible()
    panel.show_choices(Choices(size_by="print", paper="A4", dpi=300), own=False, count=0)
    assert panel.size_control.paper_box.isVisible()
    assert not panel.size_control.value_box.isVisible()
    assert "3720 × 2480 (×2.5)" in panel.size_control.line.text()


def test_that_a_paper_or_a_name_that_is_none_changes_nothing(panel: SettingsPanel, edits: list[dict[str, Any]]) -> None:
    retype(panel.size_control.paper_box.lineEdit(), "a postcard")
    assert panel.size_control.paper_box.currentText() == "A4"
    retype(panel.advanced.name.box, "{stem}/{moon}")
    assert "{folder}" in panel.advanced.name.line.toolTip()
    assert edits == []
    retype(panel.advanced.name.box, "{seq:03} {stem}")
    assert panel.advanced.name.line.text() == "001 IMG_2041.png"


def test_that_realism_is_offered_by_models_that_know_it(panel: SettingsPanel, edits: list[dict[str, Any]]) -> None:
    panel.set_models([ModelChoice("restore-x4", "for photos"), ModelChoice("both", "for all", realism=True)])
    panel.show_choices(Choices(model="both", realism=0.3), own=False, count=0)
    assert panel.control("realism", ShareControl).slider.isVisibleTo(panel)
    assert panel.control("realism", ShareControl).slider.value() == 30
    panel.control("realism", ShareControl).slider.setValue(55)
    assert edits[-1] == {"realism": 0.55}
    panel.reset("realism")
    assert edits[-1] == {"realism": 1.0}
    assert panel.control("guard", TickControl).box.isVisibleTo(panel.advanced)
    panel.control("guard", TickControl).box.click()
    assert edits[-1] == {"guard": False}
    panel.show_choices(Choices(), own=False, count=0)
    assert not panel.control("realism", ShareControl).slider.isVisibleTo(panel)
    assert not panel.control("guard", TickControl).box.isVisibleTo(panel.advanced)


def test_that_a_model_that_knows_no_condition_is_not_told_one(panel: SettingsPanel) -> None:
    panel.set_models([ModelChoice("restore-x4", "for photos"), ModelChoice("plain", "for all", severity=False)])
    panel.show_choices(Choices(model="plain", severity=0.5), own=False, count=0)
    assert not panel.condition.auto_box.isEnabled()
    assert not panel.condition.slider.isEnabled()
    panel.show_choices(Choices(severity=0.5), own=False, count=0)
    assert panel.condition.slider.isEnabled()


def test_that_the_slider_shows_what_auto_has_found(panel: SettingsPanel, edits: list[dict[str, Any]]) -> None:
    panel.show_choices(Choices(), own=False, count=0)
    panel.condition.show_estimate(0.15)
    panel.condition.show_estimate(None)
    assert panel.condition.slider.value() == 15
    assert not panel.condition.slider.isEnabled()
    assert not edits
    panel.condition.auto_box.click()  # goes on from there
    assert edits == [{"severity": 0.15}]
    panel.show_choices(Choices(severity=0.4), own=False, count=0)
    panel.condition.show_estimate(0.15)
    assert panel.condition.slider.value() == 40


def test_that_a_double_click_on_a_name_resets(panel: SettingsPanel, edits: list[dict[str, Any]], qtbot: QtBot) -> None:
    panel.show_choices(Choices(seed=9, size_by="width", size=3000.0), own=False, count=0)
    qtbot.mouseDClick(panel.rows.names["seed"], Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    qtbot.mouseDClick(panel.rows.names["size"], Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert edits == [{"seed": 0}, {"size_by": "factor", "size": 4.0}]


def test_that_arrows_step_and_shift_steps_ten_fold(
    panel: SettingsPanel, edits: list[dict[str, Any]], qtbot: QtBot
) -> None:
    panel.show_choices(Choices(severity=0.5), own=False, count=0)
    qtbot.keyClick(panel.condition.slider, Qt.Key.Key_Right)
    assert edits[-1] == {"severity": 0.51}
    panel.show_choices(Choices(severity=0.51), own=False, count=0)
    qtbot.keyClick(panel.condition.slider, Qt.Key.Key_Home)
    assert edits[-1] == {"severity": 0.0}


def test_that_a_passing_wheel_changes_nothing(panel: SettingsPanel, edits: list[dict[str, Any]]) -> None:
    for box in (panel.size_control.box, panel.seed.box, panel.condition.slider):
        assert not box.hasFocus()
        assert box.focusPolicy() != Qt.FocusPolicy.WheelFocus


def test_that_the_panel_needs_no_scrolling_at_1024_by_640(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    window.resize(1024, 640)
    window.show()
    window.panel.show_subject(Subject(1500, 1000, "jpg"))
    qtbot.wait(10)
    area = window.panel.scroll_area
    assert window.height() <= 640
    assert area.verticalScrollBar().maximum() == 0
    assert area.widget().minimumSizeHint().height() <= area.viewport().height()


def test_that_the_panel_keeps_its_width(panel: SettingsPanel, qtbot: QtBot) -> None:
    panel.resize(theme.PANEL_PX, 600)
    panel.show()
    folder = "/home/somebody/a folder/with a name that is longer than most"
    panel.show_choices(Choices(size_by="megapixels", size=1.9, folder=folder), own=True, count=3)
    panel.show_subject(Subject(12000, 9000, "png"))
    panel.advanced_button.click()
    qtbot.wait(10)
    assert panel.scroll_area.widget().width() <= panel.scroll_area.viewport().width()


def test_that_every_control_has_a_name_for_screen_readers(panel: SettingsPanel) -> None:
    panel.advanced_button.click()
    panel.show()
    inputs = [w for w in panel.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    nameless = [w for w in inputs if not (w.accessibleName() or getattr(w, "text", str)() or w.parent() in inputs)]
    assert nameless == []


def test_that_the_panel_says_which_sister_draws_the_size(panel: SettingsPanel) -> None:
    twice = ModelChoice("film-x2", "for film", scale=2)
    panel.set_models([ModelChoice("film-x4", "for film, four times"), twice])
    said = []
    for size in (2.0, 2.5):
        panel.show_choices(Choices(model="film-x4", size=size), own=False, count=0)
        said.append(panel.model.line.toolTip())
    assert said == ["At this size: film-x2", "for film, four times"]
    assert panel.model.drawn_by == "film-x4"
    by_width = Choices(model="film-x4", size_by="width", size=150)
    panel.show_choices(by_width, own=False, count=0)
    assert panel.model.line.toolTip() == "for film, four times"  # no photo is there yet
    panel.show_subject(Subject(100, 80, "png"))
    assert panel.model.line.toolTip() == "At this size: film-x2"
    assert panel.model.drawn_by == "film-x2"
    panel.set_models([ModelChoice("film-x4", "for film, four times", realism=True), twice])
    assert panel.model.line.toolTip() == "for film, four times"  # she cannot be told as much
