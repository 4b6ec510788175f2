"""Which files a batch takes, and where in a tree they lie. No torch is imported here."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from rsd_app.core.errors import ConfigError, ImageReadError
from rsd_app.core.image_io.formats.registry import readable_suffixes
from rsd_app.core.places import identity_of, is_within
from rsd_app.engine.batch.naming import DEFAULT_TEMPLATE, EXISTS, Exists, check_template

MAX_VARIANTS = 64


@dataclass(frozen=True)
class Shard:
    """One of several parts of a batch, for as many machines.

    Args:
        index: from 1 to count.

    Raises:
        ConfigError: it is not.
    """

    index: int
    count: int

    def __post_init__(self) -> None:
        if not 1 <= self.index <= self.count:
            raise ConfigError("--shard", f"is {self.index}/{self.count}", "give 1/4, 2/4, 3/4 and 4/4 to four machines")

    @classmethod
    def parse(cls, text: str) -> Shard:
        """Read "2/8".

        Raises:
            ConfigError: it is something else.
        """
        index, _, count = text.partition("/")
        try:
            return cls(int(index), int(count))
        except ValueError:
            raise ConfigError("--shard", f"is {text!r}", "write 2/8 for the second of eight") from None

    def holds(self, relative: Path) -> bool:
        """Whether a file belongs here; the same on every machine, wherever the folder is mounted."""
        digest = hashlib.sha256(os.fsencode(relative.as_posix())).digest()
        return int.from_bytes(digest[:8], "big") % self.count == self.index - 1


@dataclass(frozen=True, kw_only=True)
class FolderRules:
    """How folders are gone through and results named.

    Raises:
        ConfigError: a template or a limit that makes no sense.
    """

    recursive: bool = False  # also folders in folders; the tree is kept
    hidden: bool = False  # include hidden files and folders
    include: tuple[str, ...] = ()  # patterns like "*.jpg" or "2024/**"; none is all
    exclude: tuple[str, ...] = ()
    min_megapixels: float | None = None
    max_megapixels: float | None = None
    template: str = DEFAULT_TEMPLATE
    exists: Exists = "refuse"  # what to do where a result exists; number keeps both
    shard: Shard | None = None
    variants: int = 1  # results of each picture, of as many seeds from the configuration's on

    def __post_init__(self) -> None:
        check_template(self.template)
        if self.exists not in EXISTS:
            raise ConfigError("--exists", f"is {self.exists!r}", f"give one of {', '.join(EXISTS)}")
        if not 1 <= self.variants <= MAX_VARIANTS:
            raise ConfigError("--variants", f"is {self.variants}", f"give a number from 1 to {MAX_VARIANTS}")
        low, high = self.min_megapixels, self.max_megapixels
        if low is not None and high is not None and low > high:
            raise ConfigError("--min-megapixels", f"is {low:g}, above {high:g}", "give the smaller one first")

    def wants(self, relative: Path) -> bool:
        """Whether the patterns and the shard let a file through."""
        if self.include and not any(_matches(relative, pattern) for pattern in self.include):
            return False
        if any(_matches(relative, pattern) for pattern in self.exclude):
            return False
        return self.shard is None or self.shard.holds(relative)


DEFAULT_RULES = FolderRules()


@dataclass(frozen=True)
class Found:
    """A file to enlarge.

    Args:
        path: as the inputs name it.
        relative: within the folder that was given; its name where it was given itself.
    """

    path: Path
    relative: Path


def find_files(
    inputs: Sequence[Path], rules: FolderRules = DEFAULT_RULES, out: Path | None = None
) -> tuple[list[Found], list[ImageReadError]]:
    """All files of the inputs, folder by folder, by name; and what could not be looked into.

    Links are followed, each folder is gone through once. A file that is named itself is always taken.

    Args:
        out: where results go: passed over, so that results are not enlarged again.
    """
    found: list[Found] = []
    errors: list[ImageReadError] = []
    for path in inputs:
        if not path.is_dir():
            relative = Path(path.name)
            if rules.shard is None or rules.shard.holds(relative):
                found.append(Found(path, relative))
            continue
        files = list(_walk(path, rules, out, errors))
        if not files and not errors:
            some = f"known are {', '.join(sorted(readable_suffixes()))}"
            errors.append(ImageReadError(path, "holds no picture", some))
        found += [each for each in files if rules.wants(each.relative)]
    return found, errors


def expand_inputs(inputs: Sequence[Path]) -> list[Path]:
    """Folders become their pictures, by name, not recursive; hidden files are left out.

    Raises:
        ImageReadError: a folder cannot be listed, or holds no picture.
    """
    found, errors = find_files(inputs)
    if errors:
        raise errors[0]
    return [each.path for each in found]


def _walk(root: Path, rules: FolderRules, out: Path | None, errors: list[ImageReadError]) -> Iterator[Found]:
    suffixes = readable_suffixes()
    seen = {identity_of(root)}
    below_out = out is not None and is_within(root, out)
    if below_out and out is not None:  # there results may lie among the sources: only the folder itself is known
        seen.add(identity_of(out))
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: os.fsencode(entry.name))
        except OSError as error:
            errors.append(ImageReadError(folder, f"cannot be listed ({error.strerror})", "check its permissions"))
            continue
        below = []
        for entry in entries:
            if entry.name.startswith(".") and not rules.hidden:
                continue
            path = folder / entry.name
            if entry.is_dir():
                identity = identity_of(path)
                if rules.recursive and identity is not None and identity not in seen:
                    seen.add(identity)
                    if out is None or below_out or not is_within(path, out):
                        below.append(path)
            elif path.suffix.lower() in suffixes and entry.is_file():
                yield Found(path, path.relative_to(root))
        waiting += reversed(below)


def _matches(relative: Path, pattern: str) -> bool:
    """A pattern with a slash is for the path, another for the name."""
    text = relative.as_posix() if "/" in pattern else relative.name
    return fnmatch(text.lower(), pattern.lower())
