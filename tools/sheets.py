"""Contact sheets: every photo of a folder by several programs at 100 %, the middle of each, chosen by nobody.

python -m tools.sheets PHOTOS x4plus=DIR restore-x4=DIR -o docs/images/panel
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from PIL import Image

from rsd_app.core.errors import ConfigError, RsdError
from tools.drawing import Box, enlarged_part, pictures_of, read, row_of, stacked

SIDE_PX = 320
ROWS = 6  # of a sheet
BICUBIC = "bicubic"


def make_sheets(
    photos: Path, programs: Mapping[str, Path], out: Path, *, side: int = SIDE_PX, suffix: str = ".png"
) -> list[Path]:
    """Write sheet-01 and so on: one row per photo, first enlarged bicubic, then by each program, below its name.

    Args:
        photos: the folder that all were made from.
        programs: folders of results, by name.
        side: of the part that is shown, in pixels of the result.
        suffix: .png, or .jpg for quality 92 at full size of the colours.

    Raises:
        ConfigError: a result is missing or of another size than those beside it.
    """
    results = {program: pictures_of(folder) for program, folder in programs.items()}
    rows = [
        _row(name, photo, {program: found.get(name) for program, found in results.items()}, side)
        for name, photo in pictures_of(photos).items()
    ]
    out.mkdir(parents=True, exist_ok=True)
    made = []
    for number, start in enumerate(range(0, len(rows), ROWS), 1):
        made.append(out / f"sheet-{number:02}{suffix}")
        sheet = stacked(rows[start : start + ROWS])
        if suffix == ".jpg":
            sheet.save(made[-1], quality=92, subsampling=0)
        else:
            sheet.save(made[-1])
    return made


def _row(name: str, photo: Path, results: Mapping[str, Path | None], side: int) -> Image.Image:
    """One photo, by all."""
    shown: dict[str, Image.Image] = {}
    for program, path in results.items():
        if path is None:
            raise ConfigError(name, f"has no result of {program}", "enlarge all photos of the folder")
        shown[program] = read(path)
    sizes = {program: image.size for program, image in shown.items()}
    if len(set(sizes.values())) > 1:
        raise ConfigError(name, f"has results of several sizes, {sizes}", "enlarge all alike")
    source, (width, height) = read(photo), next(iter(sizes.values()))
    box = _middle(width, height, side)
    cells = [(f"{name}: {BICUBIC}", enlarged_part(source, box, width / source.width))]
    return row_of([*cells, *((program, image.crop(box)) for program, image in shown.items())])


def _middle(width: int, height: int, side: int) -> Box:
    across, down = min(side, width), min(side, height)
    left, top = (width - across) // 2, (height - down) // 2
    return left, top, left + across, top + down


def main(argv: Sequence[str] | None = None) -> int:
    """Write the sheets; their paths on stdout."""
    parser = argparse.ArgumentParser(prog="python -m tools.sheets", description="Contact sheets at 100 %%.")
    parser.add_argument("photos", type=Path, help="the folder that all results were made from")
    parser.add_argument("programs", nargs="+", metavar="NAME=DIR", help="a program and the folder of its results")
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--side", type=int, default=SIDE_PX, metavar="PX", help=f"of each part ({SIDE_PX})")
    parser.add_argument("--jpeg", action="store_true", help="smaller files")
    args = parser.parse_args(argv)
    try:
        programs = {}
        for text in args.programs:
            name, equals, folder = text.partition("=")
            if not (name and equals and folder):
                raise ConfigError(text, "is not NAME=DIR", "write a name, =, and the folder of its results")
            programs[name] = Path(folder)
        suffix = ".jpg" if args.jpeg else ".png"
        for path in make_sheets(args.photos, programs, args.out, side=args.side, suffix=suffix):
            print(path)
    except (RsdError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
