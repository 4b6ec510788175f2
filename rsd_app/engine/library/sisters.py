"""Which models belong together by their names: NAME-x2 draws with less work what NAME-x4 need not draw larger."""

from __future__ import annotations

import math
import re

_WITH_SCALE = re.compile(r"(?P<stem>.+-x)(?P<scale>\d{1,2})")


def sisters(name: str, factor: float) -> dict[str, int]:
    """The names that sisters of a model would have which enlarge far enough, and their scales, the smallest first.

    Args:
        factor: enlargement of each side that is asked for.
    """
    match = _WITH_SCALE.fullmatch(name)
    if match is None:
        return {}
    return {f"{match['stem']}{scale}": scale for scale in range(max(1, math.ceil(factor)), int(match["scale"]))}
