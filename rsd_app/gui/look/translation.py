"""The language of the window: Qt's translations from the resources, the system's language by default."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from rsd_app.core.errors import RsdError
from rsd_app.core.resources import resource_path

log = logging.getLogger(__name__)

LANGUAGES = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "pt": "Português",
    "ja": "日本語",
    "zh_CN": "简体中文",
    "ko": "한국어",
}
FOLDER = "translations"
_QT_NAMES = {"pt": "pt_BR"}  # Qt's own texts have no plain Portuguese


def language_for(chosen: str) -> str:
    """The language to use: the one chosen, or the first of the system's that there is, or English."""
    if chosen in LANGUAGES:
        return chosen
    for name in QLocale.system().uiLanguages():
        plain = name.replace("-", "_")
        short = plain.split("_")[0]
        if short == "zh" and "TW" not in plain and "HK" not in plain and "Hant" not in plain:
            return "zh_CN"
        if short in LANGUAGES:
            return short
    return "en"


def install(app: QCoreApplication, chosen: str) -> list[QTranslator]:
    """Install the translators for a language; the caller keeps them and removes them to switch.

    English lies under every other language: a text without a translation is English, plural forms included.
    """
    language = language_for(chosen)
    locale = QLocale(_QT_NAMES.get(language, language))
    QLocale.setDefault(QLocale.system() if chosen == "" else locale)
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    wanted = [(f"qtbase_{_QT_NAMES.get(language, language)}", qt_folder)]
    wanted += [(f"rsd_{each}", _folder()) for each in dict.fromkeys(("en", language))]
    installed = []
    for name, folder in wanted:
        translator = QTranslator(app)
        if folder and translator.load(name, folder):
            app.installTranslator(translator)
            installed.append(translator)
        else:
            log.info("there is no translation %s in %s", name, folder)
    return installed


def _folder() -> str:
    try:
        return str(resource_path(FOLDER))
    except RsdError as error:
        log.warning("%s", error)
        return ""
