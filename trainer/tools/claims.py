"""The paper's claims on your own machine: one teacher, many students with equal time, as commands to run.

Each line is a training or a measurement that can be interrupted and resumed by itself; the whole is a shell script,
so that nothing about it is hidden. `rsd train claims` writes it.
"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

# Every student starts from the same teacher and has the same time. The first is this project's own recipe.
STUDENTS: dict[str, tuple[str, ...]] = {
    "rsd": (),
    "sinsr": ("method=sinsr",),
    "direct": ("method=direct",),
    "rsd-no-lpips": ("distill.w_lpips=0", "distill.w_vgg=0"),
    "rsd-gan": ("distill.fake_updates=1", "distill.w_gan=3e-3"),
    "rsd-no-multistep": ("distill.last_share=1",),
    "rsd-k1": ("distill.fake_updates=1",),
    "rsd-k2": ("distill.fake_updates=2",),
    "rsd-k5": ("distill.fake_updates=5",),
}


def claims_script(
    *, recipe: str, data: Sequence[Path], sets: Sequence[Path], out: Path, teacher_s: float, student_s: float
) -> str:
    """A POSIX shell script that trains, exports, measures and leaves tables in `out`.

    A run that is there already is resumed, a finished one left as it is.
    """
    folders = " ".join(shlex.quote(str(folder)) for folder in data)
    lines = [
        "#!/bin/sh",
        "# Made by `rsd train claims`. Stop it at any time; started again it continues where it was.",
        "set -eu",
        f"mkdir -p {_quoted(out)} && cd {_quoted(out)}",
        "train() { # run, seconds, settings",
        "    run=$1; seconds=$2; shift 2",
        '    if [ -e "$run/config.json" ]; then rsd train resume "$run" --for "$seconds"',
        f"    else rsd train run --recipe {shlex.quote(recipe)} --data {folders} \\",
        '        --out "$run" --for "$seconds" "$@"; fi',
        "}",
        f"train teacher {teacher_s:g} --set method=teacher",
        "rsd train export teacher --role teacher -o teacher.safetensors",
    ]
    for name, settings in STUDENTS.items():
        extra = "".join(f" --set {shlex.quote(setting)}" for setting in settings)
        lines.append(f"train {name} {student_s:g} --from teacher.safetensors{extra}")
        lines.append(f"rsd train export {name} -o {name}.safetensors")
    others = " ".join(f"{name}.safetensors" for name in STUDENTS if name != "rsd")
    for place in sets:
        on, table = f"--set {_quoted(place)}", _quoted(Path(f"{place.name}.md"))
        lines += [
            f"rsd bench quality --model rsd.safetensors {on} --compare {others} --bicubic --markdown > {table}",
            f"rsd train evaluate teacher --role teacher {on} --compare rsd.safetensors --markdown >> {table}",
            f"rsd train evaluate teacher --role teacher --steps 1 {on} --markdown >> {table}",
        ]
    return "\n".join(lines) + "\n"


def _quoted(path: Path) -> str:
    return shlex.quote(str(path))
