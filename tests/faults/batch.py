"""A batch as a process of its own: `python -m tests.faults.batch IN OUT MODEL [--resume]`, one outcome a line."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.run import upscale_files
from rsd_app.engine.canvas import scratch_file
from rsd_app.engine.settings.config import UpscaleConfig


def main(arguments: list[str]) -> int:
    """Status 1 where a picture failed."""
    scratch_file.SYNC_EVERY_S = 0.0  # so that there is a state to go on from after every strip
    source, out, model = arguments[:3]
    config = UpscaleConfig(
        model=model, device="cpu", precision="fp32", tile=16, resume="--resume" in arguments, sidecar=True,
        trust=Path(out), trust_seeds=2,
    )  # fmt: skip
    print("ready", flush=True)
    if "--wait" in arguments:
        sys.stdin.readline()
    outcomes = upscale_files(
        [Path(source)], Path(out), config, emit=lambda event: None, cancel=CancelToken(), go_on=lambda trouble: True
    )
    told = {outcome.source.name: [type(outcome).__name__, getattr(outcome, "error", "")] for outcome in outcomes}
    print(json.dumps(told), flush=True)
    return int(any(kind not in ("Done", "Skipped") for kind, _ in told.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
