"""Eight languages: placeholders, plural forms, compiled files, and a window that still fits."""

import importlib.util
import re
import subprocess
import sys
import warnings
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
from rsd_app.gui.settings.subject import Subject
from tests.gui.conftest import MakeWindow

ROOT = Path(__file__).resolve().parents[3]
_SPEC = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
assert _SPEC is not None
assert _SPEC.loader is not None
translations = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(translations)
FORMS = {"ja": 1, "zh_CN": 1, "ko": 1}  # two elsewhere
Key = tuple[str, str]  # context, source


class NotTranslatedWarning(UserWarning):
    """Shown by the tests, and by the window in English; no failure."""


def finished(file: Path) -> dict[Key, list[str]]:
    """The translations of each text that has one: one form, or one per plural form."""
    found: dict[Key, list[str]] = {}
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translated = message.find("translation")
            assert translated is not None
            forms = [form.text or "" for form in translated.iter("numerusform")] or [translated.text or ""]
            if translated.get("type") is None and all(form.strip() for form in forms):
                found[context.findtext("name") or "", message.findtext("source", "")] = forms
    return found


def messages(language: str) -> dict[Key, list[str]]:
    """The finished translations of a language."""
    return finished(resource_path(f"translations/rsd_{language}.ts"))


def texts_of_the_code(folder: Path) -> set[Key]:
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    sources = [str(path) for each in translations.SOURCES for path in sorted((ROOT / each).rglob("*.py"))]
    fresh = folder / "fresh.ts"
    subprocess.run([str(tool), *sources, *translations.MARKED, "-ts", str(fresh)], check=True, capture_output=True)
    return {
        (context.findtext("name") or "", message.findtext("source", ""))
        for context in ET.parse(fresh).getroot().iter("context")
        for message in context.iter("message")
    }


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


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


def test_that_english_is_what_the_code_says() -> None:
    """Where a text is changed, its old words must not be shown as its translation into English."""
    for (_, source), forms in messages("en").items():
        if "%n" not in source:
            assert forms == [source]


@pytest.mark.filterwarnings("default::tests.gui.look.test_translation.NotTranslatedWarning")
def test_that_what_is_not_translated_is_named(tmp_path: Path) -> None:
    wanted = texts_of_the_code(tmp_path)
    assert len(wanted) > 300  # the texts are found, those of settings among them
    assert ("", "Seed") in wanted
    for language in LANGUAGES:
        missing = sorted(source for _, source in wanted - messages(language).keys())
        if missing:
            text = f"{language}: {len(missing)} texts, {missing[:3]} …; run packaging/translations.py"
            warnings.warn(text, NotTranslatedWarning, stacklevel=1)


def test_that_a_text_without_a_translation_is_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Plural forms as well, which the text in the code does not have."""
    plural = "<numerusform>{0}</numerusform><numerusform>{1}</numerusform>"
    english, none = plural.format("%n photo", "%n photos"), plural.format("", "")
    for language, one, many in (
        ("en", "<translation>Size</translation>", f"<translation>{english}</translation>"),
        (
            "de",
            "<translation>Größe</translation>",
            f'<translation type="unfinished">{none}</translation>',
        ),
    ):
        ts = tmp_path / f"rsd_{language}.ts"
        ts.write_text(
            f'<TS version="2.1" language="{language}"><context><name>C</name>'
            f"<message><source>Size</source>{one}</message>"
            f'<message numerus="yes"><source>%n photo(s)</source>{many}</message></context></TS>',
            encoding="utf-8",
        )
        tool = Path(sys.executable).with_name("pyside6-lrelease")
        subprocess.run([str(tool), str(ts), "-qm", str(ts.with_suffix(".qm"))], check=True, capture_output=True)
    monkeypatch.setattr(translation, "_folder", lambda: str(tmp_path))
    app, locale = QApplication.instance(), QLocale()
    assert app is not None
    installed = translation.install(app, "de")
    try:
        assert app.translate("C", "Size") == "Größe"
        assert app.translate("C", "%n photo(s)", None, 3) == "3 photos"
        assert app.translate("C", "What nobody knows") == "What nobody knows"
    finally:
        for translator in installed:
            app.removeTranslator(translator)
        QLocale.setDefault(locale)


@pytest.fixture
def in_language(language: str, qtbot: QtBot) -> Iterator[str]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    locale, sheet = QLocale(), app.styleSheet()
    theme.dress(app)
    installed = translation.install(app, language)
    assert len(installed) == (2 if language == "en" else 3)
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
