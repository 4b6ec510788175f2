"""What the trainer notices is said in the language of the window, whatever it is."""

import re

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from rsd_app.gui.look import translation
from rsd_app.gui.training.process.notice_words import WORDS, notice_words
from trainer.events import Noticed, RolledBack, from_line, to_line
from trainer.notices import SENTENCES, notice

OWN_WORDS = {"pair", "no-command"}  # measured facts of one pair, and somebody's typing on a command line
FIELD = re.compile(r"{(\w+)")


def filled(code: str) -> Noticed:
    """With values of the kinds that the trainer gives."""
    numbers = dict.fromkeys(("count", "enough", "left", "total", "free_mb", "batch", "parts", "iteration"), 7)
    floats = {"weight": 0.5, "seconds": 3600.0, "now": 0.25, "then": 0.2}
    names = {*FIELD.findall(SENTENCES[code]), *(["iteration"] if code == "ended-worse" else [])}
    return notice(code, **{name: numbers.get(name, floats.get(name, f"<{name}>")) for name in names})


def test_that_every_notice_has_words_here() -> None:
    assert set(WORDS) == set(SENTENCES) - OWN_WORDS


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_that_a_notice_is_said_after_it_went_through_a_file(code: str) -> None:
    event = from_line(to_line(filled(code)))
    assert isinstance(event, Noticed)
    said = notice_words(event)
    assert said
    assert "{" not in said
    assert (said == event.text) == (code in OWN_WORDS)


def test_that_a_notice_of_another_version_keeps_its_own_words() -> None:
    assert notice_words(Noticed(text="new to us", code="from-the-future")) == "new to us"
    assert notice_words(Noticed(text="no values", code="suspended")) == "no values"


def test_that_notices_are_translated(qapp: QCoreApplication) -> None:
    before = QLocale()
    translators = translation.install(qapp, "de")
    try:
        assert notice_words(filled("suspended")) == "Der Computer hat 1 h 0 min geruht; das zählt nicht mit."
        back = RolledBack(stage="distill", iteration=3, from_iteration=9, reason="loss rose", rate_factor=0.5)
        assert notice_words(back).startswith("Es wurde schlechter")
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
        QLocale.setDefault(before)
