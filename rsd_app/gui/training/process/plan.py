"""What a person has decided about a training: plain values that survive a restart, and the command that follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from rsd_app.core.decode import Fields, field_types
from rsd_app.engine.settings.config import DEFAULT_MODEL

Effort = Literal["quick", "good", "best"]
EFFORTS: tuple[Effort, ...] = ("quick", "good", "best")
Cores = Literal["idle", "half", "all"]
When = Literal["now", "night", "mains", "unused"]

# From a finished model few steps do; from nothing a whole training has to be paid for.
_TUNED: dict[Effort, tuple[str, ...]] = {
    "quick": ("distill.iterations=300", "distill.warmup=20", "data.pairs=1024", "save_every_s=60"),
    "good": ("distill.iterations=3000", "data.pairs=4096"),
    "best": ("distill.iterations=12000",),
}
_NEW: dict[Effort, tuple[str, ...]] = {
    "quick": ("teacher.iterations=1000", "distill.iterations=500", "data.pairs=2048", "save_every_s=60"),
    "good": ("teacher.iterations=10000", "distill.iterations=4000"),
    "best": ("teacher.iterations=40000", "distill.iterations=15000"),
}


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A training before it is begun."""

    folders: tuple[str, ...] = ()
    by_hand: Mapping[str, bool] = field(default_factory=dict)  # photos to take in spite of a flaw, or to leave out
    damage: tuple[str, ...] = ("data.damage=restore",)  # settings of the recipe
    effort: Effort = "good"
    start: str | None = DEFAULT_MODEL  # name of a model; None: from nothing
    device: str = "auto"
    cores: Cores = "idle"
    when: When = "now"
    expert: tuple[str, ...] = ()  # further settings of the recipe, the last word
    forecast_s: float | None = None

    @property
    def recipe(self) -> str:
        """Name of the recipe of the training."""
        return "restore-x4" if self.start is None else "finetune"

    def effort_settings(self, effort: Effort) -> list[str]:
        """Of the recipe, for an effort, with everything else."""
        return [*(_NEW if self.start is None else _TUNED)[effort], *self.damage, *self.expert]

    @property
    def settings(self) -> list[str]:
        """Changes to the recipe, as `--set` takes them."""
        return self.effort_settings(self.effort)

    def by_hand_lines(self) -> str:
        """As `rsd train run --by-hand` reads them."""
        return "".join(f"{'+' if taken else '-'} {path}\n" for path, taken in sorted(self.by_hand.items()))

    def start_arguments(self, run: Path, by_hand: Path) -> list[str]:
        """Of the command `rsd` that begins the training."""
        arguments = ["train", "run", "--recipe", self.recipe, "--out", str(run), "--by-hand", str(by_hand)]
        arguments += ["--reference", DEFAULT_MODEL] if self.start is None else ["--from", self.start]
        for setting in self.settings:
            arguments += ["--set", setting]
        return [*arguments, *self._common(), "--data", *self.folders]

    def resume_arguments(self, run: Path) -> list[str]:
        """Arguments of the command that continues the training."""
        return ["train", "resume", str(run), *self._common()]

    def _common(self) -> list[str]:
        return ["--device", self.device, "--events", "--nice", *(["--share-cores"] if self.cores == "idle" else [])]

    def as_json(self) -> dict[str, Any]:
        """Plain values for JSON; `from_json` reads them."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Plan:
        """What can be understood, the rest as by default."""
        made, found = cls(), Fields(data, [], "plan")
        return cls(**{name: found.get(name, kind, getattr(made, name)) for name, kind in field_types(cls).items()})
