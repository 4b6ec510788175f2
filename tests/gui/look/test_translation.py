"""Eight languages, complete: placeholders, plural forms, compiled files, and a window that still fits."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rsd_app.core.resources import resource_path
from rsd_app.gui.look import theme, translation
from rsd_app.gui.look.translation import LANGUAGES, language_for
from rsd_app.gui.settings.panel import Subject
from tests.gui.conftest import MakeWindow

ROOT = Path(__file__).resolve().parents[3]
FORMS = {"ja": 1, "zh_CN": 1, "ko": 1}  # two elsewhere
Key = tuple[str, str]  # context, source


def messages(language: str) -> dict[Key, list[str]]:
    """The translations of each text: one, or one a plural form."""
    file = resource_path(f"translations/rsd_{language}.ts")
    found: dict[Key, list[str]] = {}
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translated = message.find("translation")
            assert translated is not None
            assert translated.get("type") is None, f"{language}: {message.findtext('source')!r}"
            forms = [form.text or "" for form in translated.iter("numerusform")] or [translated.text or ""]
            found[context.findtext("name", ""), message.findtext("source", "")] = forms
    return found


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_that_every_text_is_translated(language: str) -> None:
    translated = messages(language)
    assert translated.keys() == messages("en").keys()
    assert [key for key, forms in translated.items() if not all(form.strip() for form in forms)] == []


def test_that_placeholders_and_plural_forms_are_kept(language: str) -> None:
    for (_, source), forms in messages(language).items():
        wanted = FORMS.get(language, 2) if "%n" in source else 1
        assert len(forms) == wanted, f"{language}: {source!r}"
        for form in forms:
            assert sorted(re.findall(r"\{\d\}|%n", form)) == sorted(re.findall(r"\{\d\}|%n", source)), form


def test_that_compiled_files_are_those_of_the_sources(language: str, qtbot: QtBot) -> None:
    translator = QTranslator()
    assert translator.load(f"rsd_{language}", str(resource_path("translations")))
    for (context, source), forms in messages(language).items():
        count = 1 if "%n" in source else -1
        assert translator.translate(context, source, None, count) == forms[0], source
        if len(forms) == 2:
            assert translator.translate(context, source, None, 7) == forms[1], source


def test_that_no_text_of_the_code_is_missing(tmp_path: Path) -> None:
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    sources = sorted(str(path) for path in (ROOT / "rsd_app" / "gui").rglob("*.py"))
    fresh = tmp_path / "fresh.ts"
    subprocess.run([str(tool), *sources, "-ts", str(fresh)], check=True, capture_output=True)
    found = {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ET.parse(fresh).getroot().iter("context")
        for message in context.iter("message")
    }
    assert found == messages("en").keys(), "run packaging/translations.py"


@pytest.fixture
def in_language(language: str, qtbot: QtBot) -> Iterator[str]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    locale, sheet = QLocale(), app.styleSheet()
    theme.dress(app)
    installed = translation.install(app, language)
    assert len(installed) == 2
    yield language
    for translator in installed:
        app.removeTranslator(translator)
    app.setStyleSheet(sheet)
    QLocale.setDefault(locale)


def test_that_the_window_fits_at_1024_by_640(in_language: str, make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    window.resize(1024, 640)
    window.show()
    window.panel.show_subject(Subject(1500, 1000, "jpg"))
    qtbot.wait(10)
    area = window.panel.scroll_area
    assert (window.width(), window.height()) == (1024, 640)
    assert area.verticalScrollBar().maximum() == 0
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()


@pytest.mark.parametrize(
    ("system", "used"),
    [
        (["de-AT", "en"], "de"), (["zh-Hans-CN"], "zh_CN"), (["zh-TW"], "en"), (["pt-BR"], "pt"),
        (["fi-FI", "ja-JP"], "ja"), (["fi-FI"], "en"), (["en-GB", "de"], "en"),
    ],
)  # fmt: skip
def test_that_the_systems_language_is_taken(system: list[str], used: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class System:
        @staticmethod
        def uiLanguages() -> list[str]:
            return system

    monkeypatch.setattr(translation.QLocale, "system", staticmethod(System))
    assert language_for("") == used
    assert language_for("ko") == "ko"
