"""Where the bundled files are: models, metric weights, icons, sample photos."""

from __future__ import annotations

from pathlib import Path

from rsd_app.core.errors import RsdError

_PACKAGE = Path(__file__).resolve().parent.parent
_ROOTS = (
    _PACKAGE / "_resources",  # an installed wheel or a frozen build; pyproject.toml puts them there
    _PACKAGE.parent / "resources",  # a checkout
)


def resource_path(name: str) -> Path:
    """Path of a bundled file or folder.

    Args:
        name: path below resources/, with slashes: "samples/budgie.jpg", "models".
    Raises:
        RsdError: there is no such resource.
    """
    for root in _ROOTS:
        path = root / name
        if path.exists():
            return path
    raise RsdError(f"resources/{name}", f"not found in {' or '.join(map(str, _ROOTS))}", "install RSD Studio again")
