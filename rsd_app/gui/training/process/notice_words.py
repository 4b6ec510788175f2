"""What the trainer notices, in the language of the window; the trainer itself says it in English."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from rsd_app.gui.look.words import in_words
from trainer.events import Noticed, RolledBack

Values = Mapping[str, str | float]
translate = QCoreApplication.translate


def notice_words(event: Noticed | RolledBack) -> str:
    """A sentence; of a kind that is not known here, the trainer's own."""
    if isinstance(event, RolledBack):
        text = translate("notices", "It had started to get worse: it continues from step {0}, more carefully.")
        return text.format(_number(event.iteration))
    words = WORDS.get(event.code)
    try:
        return event.text if words is None else words(event.values)
    except KeyError:  # of a trainer of another version
        return event.text


def _number(value: str | float) -> str:
    return QLocale().toString(int(value))


def _figure(value: str | float) -> str:
    return QLocale().toString(float(value), "g", 4)


def _few_photos(v: Values) -> str:
    text = translate("notices", "{0} photos are few: from about {1} on, a model learns more than just these scenes.")
    return text.format(_number(v["count"]), _number(v["enough"]))


def _none_held_out(v: Values) -> str:
    return translate("notices", "Too few photos to hold any out: quality on unseen photos will not be measured.")


def _mostly_flawed(v: Values) -> str:
    return translate("notices", "Most photos are flawed: a model never gets better than the photos it learns from.")


def _mostly_gray(v: Values) -> str:
    return translate("notices", "Most photos are black and white: the model will not know colours.")


def _mixed_profiles(v: Values) -> str:
    return translate("notices", "The photos have several colour profiles. That is harmless.")


def _left_out(v: Values) -> str:
    text = translate("notices", "{0} of {1} files are left out; the first step shows why.")
    return text.format(_number(v["left"]), _number(v["total"]))


def _gone(v: Values) -> str:
    text = translate("notices", "Files of this training are gone ({0}); it continues without them.")
    return text.format(_number(v["count"]))


def _wants_gpu(v: Values) -> str:
    return translate("notices", "This kind of model is meant for a graphics card: here a step takes many minutes.")


def _without_vgg(v: Values) -> str:
    text = translate(
        "notices", "One of its metrics (LPIPS-VGG) is not installed; it trains without it. To fetch it: {0}"
    )
    return text.format(v["command"])


def _batches(v: Values) -> str:
    text = translate("notices", "Fitted to the free memory, {0} MB.")
    return text.format(_number(v["free_mb"]))


def _suspended(v: Values) -> str:
    text = translate("notices", "The computer slept for {0}; that time does not count.")
    return text.format(in_words(float(v["seconds"]), tenths=False))


def _in_parts(v: Values) -> str:
    return translate("notices", "Memory is short: it works in smaller parts from here on. The result is the same.")


def _paused_worse(v: Values) -> str:
    return translate("notices", "What it had learned at the pause is worse than before; that is kept as well.")


def _disk_full(v: Values) -> str:
    return translate("notices", "The disk is full: nothing could be saved. Free some space; it will try again.")


def _damaged(v: Values) -> str:
    return translate("notices", "The newest saved state was damaged; it continued from the one before.")


def _ended_worse(v: Values) -> str:
    if int(v["iteration"]) == 0:
        text = translate("notices", "On photos it has never seen it is worse now than at the start ({0}: {1} and {2}).")
        return text.format(str(v["figure"]).upper(), _figure(v["now"]), _figure(v["then"]))
    text = translate("notices", "On photos it has never seen it was better at step {0}; that state is kept.")
    return text.format(_number(v["iteration"]))


def _no_samples(v: Values) -> str:
    return translate("notices", "The sample pictures could not be written: {0}").format(v["text"])


def _no_reference(v: Values) -> str:
    return translate("notices", "It cannot be compared with the bundled model during training; at the end it can.")


WORDS: dict[str, Callable[[Values], str]] = {
    "few-photos": _few_photos,
    "none-held-out": _none_held_out,
    "trained-on": _none_held_out,
    "mostly-flawed": _mostly_flawed,
    "mostly-gray": _mostly_gray,
    "mixed-profiles": _mixed_profiles,
    "left-out": _left_out,
    "gone": _gone,
    "wants-gpu": _wants_gpu,
    "without-vgg": _without_vgg,
    "batches": _batches,
    "suspended": _suspended,
    "in-parts": _in_parts,
    "paused-worse": _paused_worse,
    "disk-full": _disk_full,
    "damaged": _damaged,
    "ended-worse": _ended_worse,
    "no-samples": _no_samples,
    "no-reference": _no_reference,
}
