"""A blind panel: one crop by two programs, sides at random, and what judges said of them, counted.

    python -m tools.panel make --one OURS --other THEIRS [--input PHOTOS] --seed 1 -o SHEETS --key KEY.json
    python -m tools.panel count KEY.json ANSWERS.txt ...

Judges get the sheets alone, look at them at 100 %, and write a line for each: `01, left, why`; left, right or tie.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from PIL import Image, ImageFilter, ImageStat

from rsd_app.core.errors import ConfigError, RsdError
from tools.drawing import Box, enlarged_part, pictures_of, read, row_of

SIDE_PX = 448
PLACES = 6  # of which the one with the most detail is shown: sky says nothing
ANSWERS = ("left", "right", "tie")
TIE = "tie"


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What a sheet shows; judges do not see this."""

    picture: str
    box: Box  # of the results, in pixels
    left: str  # the program on that side
    right: str


@dataclass(frozen=True, kw_only=True)
class Key:
    """All sheets, by the names of their files without suffix."""

    one: str
    other: str
    seed: int
    sheets: dict[str, Sheet]


@dataclass(frozen=True)
class Answer:
    """What a judge said of a sheet."""

    choice: str  # a program, or TIE
    why: str


def make_panel(
    one: Path, other: Path, sheets: Path, key: Path, *, source: Path | None = None, side: int = SIDE_PX, seed: int = 1
) -> Key:
    """Write a PNG for each picture that both folders have, and the key.

    Args:
        one, other: folders of results; their names are those of the programs.
        sheets: a new folder.
        key: a file outside of it.
        source: a folder of what the results were made of, shown beside them.
        side: of the crop, in pixels of the result.
        seed: of sides and places.

    Raises:
        ConfigError: there is nothing to compare, results differ in size, or the key would lie among the sheets.
    """
    if key.resolve().is_relative_to(sheets.resolve()):
        raise ConfigError(f"--key {key}", "lies among the sheets, for judges to see", "name another place")
    if one.name == other.name:
        raise ConfigError(f"--other {other}", "has the name of the other folder", "name folders after their programs")
    of_one, of_other = pictures_of(one), pictures_of(other)
    of_source = pictures_of(source) if source else None
    names = [name for name in of_one if name in of_other and (of_source is None or name in of_source)]
    if not names:
        raise ConfigError(f"{one} and {other}", "have no picture of the same name", "name results alike")
    sheets.mkdir(parents=True)
    rng, made = random.Random(seed), {}
    for number, name in enumerate(names, 1):
        results = [read(of_one[name]), read(of_other[name])]
        if results[0].size != results[1].size:
            raise ConfigError(of_other[name], f"is of {results[1].size}, not {results[0].size}", "enlarge both alike")
        box = _place(results, side, rng)
        programs = [one.name, other.name]
        if rng.random() < 0.5:
            results.reverse()
            programs.reverse()
        cells = [(where, result.crop(box)) for where, result in zip(ANSWERS, results)]
        if of_source is not None:
            photo = read(of_source[name])
            cells.insert(0, ("input", enlarged_part(photo, box, results[0].width / photo.width)))
        row_of(cells).save(sheets / f"{number:02}.png")
        made[f"{number:02}"] = Sheet(picture=name, box=box, left=programs[0], right=programs[1])
    found = Key(one=one.name, other=other.name, seed=seed, sheets=made)
    key.parent.mkdir(parents=True, exist_ok=True)
    key.write_text(json.dumps(asdict(found), indent=1), encoding="utf-8")
    return found


def _place(results: Sequence[Image.Image], side: int, rng: random.Random) -> Box:
    """Of a few places, the one where both results together have the most edges."""
    width, height = results[0].size
    across, down = min(side, width), min(side, height)
    boxes = []
    for _ in range(PLACES):
        x, y = rng.randint(0, width - across), rng.randint(0, height - down)
        boxes.append((x, y, x + across, y + down))
    return max(boxes, key=lambda box: sum(_edges(result.crop(box)) for result in results))


def _edges(part: Image.Image) -> float:
    return float(ImageStat.Stat(part.convert("L").filter(ImageFilter.FIND_EDGES)).mean[0])


def read_key(path: Path) -> Key:
    """The key that `make_panel` wrote.

    Raises:
        ConfigError: it is none.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        sheets = {name: Sheet(**sheet | {"box": tuple(sheet["box"])}) for name, sheet in values["sheets"].items()}
        return Key(**values | {"sheets": sheets})
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ConfigError(path, f"is no key of a panel ({error})", "give the file of --key") from error


def read_answers(path: Path, key: Key) -> dict[str, Answer]:
    """What one judge said, by sheet: lines of `name, left|right|tie, why`; empty lines are left out.

    Raises:
        ConfigError: a line is not of this form, of no sheet, or of a sheet that had one.
    """
    found: dict[str, Answer] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        name, _, rest = line.partition(",")
        said, _, why = rest.partition(",")
        name, said = name.strip().removesuffix(".png"), said.strip().lower()
        where = f"{path}, line {number}"
        if name not in key.sheets:
            raise ConfigError(where, f"is of a sheet {name!r}", f"there are {', '.join(key.sheets)}")
        if said not in ANSWERS:
            raise ConfigError(where, f"says {said!r}", f"write {', '.join(ANSWERS[:-1])} or {TIE} after the name")
        if name in found:
            raise ConfigError(where, f"is a second answer for sheet {name}", "keep one of them")
        sheet = key.sheets[name]
        found[name] = Answer({"left": sheet.left, "right": sheet.right, TIE: TIE}[said], why.strip())
    return found


def wilson_interval(share: float, count: int, z: float = 1.96) -> tuple[float, float]:
    """95 % interval of a share that was seen in `count` independent trials (Wilson 1927)."""
    middle = share + z**2 / (2 * count)
    half = z * math.sqrt(share * (1 - share) / count + z**2 / (4 * count**2))
    return (middle - half) / (1 + z**2 / count), (middle + half) / (1 + z**2 / count)


def preferred(key: Key, judges: Sequence[dict[str, Answer]]) -> tuple[float, int]:
    """The share of `key.one`, a tie as one half, and the number of sheets that were answered.

    The mean over sheets of the mean over judges: those who look at the same sheet do not tell more of the program.
    """
    worth = {key.one: 1.0, key.other: 0.0, TIE: 0.5}
    shares = []
    for name in key.sheets:
        said = [worth[judge[name].choice] for judge in judges if name in judge]
        if said:
            shares.append(sum(said) / len(said))
    if not shares:
        raise ConfigError("answers", "hold none", "give files of lines like: 01, left, why")
    return sum(shares) / len(shares), len(shares)


def table(key: Key, judges: dict[str, dict[str, Answer]]) -> str:
    """Markdown: a row a sheet, then the answers counted and the share preferred."""
    lines = ["| sheet | picture | " + " | ".join(judges) + " | why |", "|---" * (len(judges) + 3) + "|"]
    for name, sheet in key.sheets.items():
        said = [judge.get(name) for judge in judges.values()]
        why = "; ".join(answer.why.replace("|", "/") for answer in said if answer is not None and answer.why)
        choices = " | ".join("–" if answer is None else answer.choice for answer in said)
        lines.append(f"| {name} | {sheet.picture} | {choices} | {why} |")
    counted = Counter(answer.choice for judge in judges.values() for answer in judge.values())
    share, sheets = preferred(key, list(judges.values()))
    low, high = wilson_interval(share, sheets)
    each = ", ".join(f"{counted[choice]} {choice}" for choice in (key.one, key.other, TIE))
    lines += ["", f"{counted.total()} answers: {each}."]
    lines.append(
        f"{key.one} preferred: {share:.0%} of {sheets} sheets (95 %: {low:.0%} to {high:.0%}, "
        "Wilson, with sheets as trials and a tie as one half)."
    )
    return "\n".join(lines) + "\n"


def main(argv: Sequence[str] | None = None) -> int:
    """Make or count."""
    parser = argparse.ArgumentParser(prog="python -m tools.panel", description="A blind panel of two programs.")
    actions = parser.add_subparsers(dest="action", required=True)
    make = actions.add_parser("make", help="sheets and a key from two folders of results")
    make.add_argument("--one", type=Path, required=True, metavar="DIR", help="results of one program, named after it")
    make.add_argument("--other", type=Path, required=True, metavar="DIR", help="those of the other")
    make.add_argument("--input", type=Path, metavar="DIR", help="what they were made of, shown as well")
    make.add_argument("--side", type=int, default=SIDE_PX, metavar="PX", help=f"of the crop ({SIDE_PX})")
    make.add_argument("--seed", type=int, default=1)
    make.add_argument("-o", "--out", type=Path, required=True, metavar="DIR", help="a new folder for the sheets")
    make.add_argument("--key", type=Path, required=True, metavar="FILE", help="not to be shown to judges")
    count = actions.add_parser("count", help="a table of what the judges said")
    count.add_argument("key", type=Path)
    count.add_argument("answers", type=Path, nargs="+", help="one file a judge")
    args = parser.parse_args(argv)
    try:
        if args.action == "make":
            key = make_panel(
                args.one, args.other, args.out, args.key, source=args.input, side=args.side, seed=args.seed
            )
            print(f"{len(key.sheets)} sheets in {args.out}")
        else:
            key = read_key(args.key)
            print(table(key, {path.stem: read_answers(path, key) for path in args.answers}), end="")
    except (RsdError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
