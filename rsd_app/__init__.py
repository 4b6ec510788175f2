"""RSD Studio: enlarge and restore photos on your own machine, in a single network pass.

    import rsd_app as rsd

    enlarger = rsd.Enlarger("restore-x4")
    enlarger.enlarge("photo.jpg", "photo_x4.png")

The names in `__all__` are the library: they keep their meaning within a major version, and everything else of the
package may change with any. They are imported when they are first used, since torch takes seconds; see docs/library.md.
"""

import importlib
import time
from typing import Any

__version__ = "0.1.0"
STARTED_AT = time.time()  # this process, by the clock that stamps files

__all__ = ["Enlarger", "ModelInfo", "Result", "RsdError", "Settings", "Step", "Trust", "models"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    place = "core.errors" if name == "RsdError" else "engine.enlarger"
    return getattr(importlib.import_module(f"{__name__}.{place}"), name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
