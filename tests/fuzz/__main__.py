"""A long run: `python -m tests.fuzz --minutes 60`; or one case again: `--case "tiff" 1234`."""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.corpus import BY_NAME, KINDS
from tests.fuzz.runner import Worker


def main() -> int:
    """Status 1 where a case found a fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--first", type=int, default=1000, metavar="N", help="number of the first case (1000)")
    parser.add_argument("--kind", action="append", choices=sorted(BY_NAME), help="only these")
    parser.add_argument("--case", nargs=2, metavar=("KIND", "N"), help="write this case to a file, and run it")
    args = parser.parse_args()
    if args.case:
        kind, number = BY_NAME[args.case[0]], int(args.case[1])
        path = Path(f"fuzz-{kind.name.replace(' ', '-')}-{number}{kind.suffix}")
        path.write_bytes(kind.case(number))
        with Worker() as worker:
            result = worker.run(kind.name, number)
        print(path, result.answer or result.fault)
        return 1 if result.fault else 0
    return _long_run(args)


def _long_run(args: argparse.Namespace) -> int:
    kinds = [BY_NAME[name] for name in args.kind] if args.kind else list(KINDS)
    end, counts, faults = time.monotonic() + 60 * args.minutes, Counter[str](), []
    with Worker() as worker:
        for step in itertools.count():
            kind, number = kinds[step % len(kinds)], args.first + step // len(kinds)
            if time.monotonic() > end:
                break
            result = worker.run(kind.name, number)
            if result.fault:
                faults.append(result)
                print(f"{kind.name} {number}: {result.fault}", flush=True)
            counts[f"{kind.name}: {'fault' if result.fault else result.answer.partition(':')[0]}"] += 1
    for what, count in sorted(counts.items()):
        print(f"{what} {count}")
    print(f"{sum(counts.values())} cases, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
