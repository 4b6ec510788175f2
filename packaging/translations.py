"""Bring the translations of the window up to date: texts from the code into resources/translations, then .qm files.

    python packaging/translations.py            # after texts were changed; says what is missing
    python packaging/translations.py --release  # only make the .qm files from the .ts files

New texts come into the .ts files as unfinished, and the window shows them in English until they are translated.
`--strict` ends with 1 where some are: for releases.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
SOURCES = ("rsd_app/gui", "rsd_app/engine/settings")
MARKED = ("-tr-function-alias", "QT_TR_NOOP+=label")  # texts of settings, marked without Qt
LANGUAGES = ("en", "de", "fr", "es", "pt", "ja", "zh_CN", "ko")


def update(language: str) -> None:
    """Texts of the code into one .ts file; those that have gone leave it."""
    sources = sorted(str(path.relative_to(ROOT)) for folder in SOURCES for path in (ROOT / folder).rglob("*.py"))
    file = FOLDER / f"rsd_{language}.ts"
    options = [*MARKED, "-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language]
    _run("pyside6-lupdate", *sources, *options, "-ts", str(file))


def follow_code() -> None:
    """Make English what the code says; of plurals only odd ones are written by hand, and stay."""
    file = FOLDER / "rsd_en.ts"
    file.write_text(re.sub(r"<message.*?</message>", _english, file.read_text(encoding="utf-8"), flags=re.S), "utf-8")


def _english(match: re.Match[str]) -> str:
    message = match.group()
    source = re.search(r"<source>(.*?)</source>", message, re.S)
    if source is None or ("numerus=" in message and "unfinished" not in message):
        return message
    text = source.group(1)
    if "numerus=" in message:
        text = "".join(f"\n            <numerusform>{text.replace('(s)', end)}</numerusform>" for end in ("", "s"))
        text += "\n        "
    return re.sub(
        r"<translation.*?(</translation>|/>)", lambda _: f"<translation>{text}</translation>", message, flags=re.S
    )


def release(language: str) -> None:
    """One .ts file into a .qm file."""
    file = FOLDER / f"rsd_{language}.ts"
    _run("pyside6-lrelease", str(file), "-qm", str(file.with_suffix(".qm")))


def unfinished(language: str) -> list[str]:
    """Texts that have no translation."""
    messages = ET.parse(FOLDER / f"rsd_{language}.ts").getroot().iter("message")
    return [m.findtext("source", "") for m in messages if m.find("translation[@type='unfinished']") is not None]


def main() -> int:
    """Update, release and report; with --strict 1 if something is not translated."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--release", action="store_true", help="make .qm files only")
    parser.add_argument("--strict", action="store_true", help="fail where something is not translated")
    args = parser.parse_args()
    FOLDER.mkdir(exist_ok=True)
    missing = 0
    for language in LANGUAGES:
        if not args.release:
            update(language)
            if language == "en":
                follow_code()
        release(language)
        for text in unfinished(language):
            missing += 1
            sys.stderr.write(f"warning: {language}: {text!r} is not translated; English is shown\n")
    return 1 if missing and args.strict else 0


def _run(command: str, *arguments: str) -> None:
    tool = Path(sys.executable).with_name(command)
    subprocess.run([str(tool), *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
