"""Answers for a window that prepares a training: one JSON request per line in, one or more JSON answers per line out.

A request has an `id` and what it asks for in `ask`; its answers have the same id and one of `progress` (done,
total), `result` (the last one) or `error`. They are answered in turn. To break one off, end the process: nothing is
lost but time, for measures of photos are kept in the user's cache.
"""

from __future__ import annotations

import dataclasses
import json
import logging
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch

from rsd_app.core.errors import ConfigError, RsdError
from rsd_app.core.progress import CancelToken
from trainer.config import Recipe, override
from trainer.damage.presets import degrade_with
from trainer.data.measured_damage import measure_damage
from trainer.data.paired import inspect_pairs, is_paired, split_pairs
from trainer.data.photo_files import find_photos, read_photo
from trainer.data.survey import Survey
from trainer.events import Inspected, TrainingEvent
from trainer.recipes import find_recipe
from trainer.run.sources import survey_photos
from trainer.sheets.strips import write_png
from trainer.tools.probe import probe_training
from trainer.types import Picture

log = logging.getLogger(__name__)

Request = Mapping[str, Any]
Progress = Callable[[int, int], None]
Answer = Callable[[dict[str, Any]], None]


def serve(lines: Iterable[str], answer: Answer, find_model: Callable[[str], Path] = Path) -> None:
    """Answer every request until the lines end.

    Args:
        find_model: gives the file of a model from its name.
    """
    for line in lines:
        if not line.strip():
            continue
        request: Request = {}
        try:
            request = json.loads(line)
            if request.get("start") is not None:
                request = {**request, "start": find_model(request["start"])}
            answer({"id": request["id"], "result": _answer(request, answer)})
        except RsdError as error:
            answer({"id": request.get("id"), "error": str(error)})
        except Exception as error:
            log.warning("a request failed: %s", line[:200], exc_info=True)
            answer({"id": request.get("id"), "error": f"{type(error).__name__}: {error}"})


def _answer(request: Request, answer: Answer) -> dict[str, Any]:
    asks = {"survey": _survey, "damage": _damage, "measure": _measure, "probe": _probe}
    if request["ask"] not in asks:
        raise ConfigError("ask", f"is {request['ask']!r}", f"give one of {', '.join(asks)}")

    def progress(done: int, total: int) -> None:
        answer({"id": request["id"], "progress": [done, total]})

    return asks[request["ask"]](request, progress)


def _recipe(request: Request) -> Recipe:
    return override(find_recipe(request.get("recipe", "finetune")), request.get("settings", []))


def _survey(request: Request, progress: Progress) -> dict[str, Any]:
    """Asked with `folders`, and `by_hand`: path -> whether to take it. Verdicts of all photos, and pairs."""
    recipe, folders = _recipe(request), [Path(folder) for folder in request["folders"]]
    plain = [folder for folder in folders if not is_paired(folder)]
    said = {Path(path): bool(taken) for path, taken in request.get("by_hand", {}).items()}

    def emit(event: TrainingEvent) -> None:
        if isinstance(event, Inspected):
            progress(event.done, event.total)

    found = survey_photos(plain, recipe, emit, CancelToken(), said) if plain else Survey(verdicts=())
    pairs = [
        pair
        for folder in folders
        if is_paired(folder)
        for pair in inspect_pairs(folder, scale=recipe.scale, smallest=recipe.data.pair_side)
    ]
    train, held = split_pairs(pairs, recipe.data.held_out)
    held_names = {pair.hq for pair in held}
    facts = found.as_dict()
    facts["pairs"] = [
        {
            "path": str(pair.hq),
            "use": "left out" if pair.reason else "held out" if pair.hq in held_names else "used",
            "kind": "pair" if pair.reason else "",
            "reason": pair.reason or pair.notice,
        }
        for pair in pairs
    ]
    facts["pairs_used"], facts["pairs_held_out"] = len(train), len(held)
    return facts


def _damage(request: Request, progress: Progress) -> dict[str, Any]:
    """A part of a photo as it is, and damaged as in the training.

    Asked with `photo`, `side` (of the part), `at` (its middle, shares of width and height), `severity`, `seed`,
    `out`: a path without suffix; two PNGs of the same size come beside it, the damaged one enlarged plainly.
    """
    recipe = _recipe(request)
    scale, side = recipe.scale, int(request["side"])
    whole = _photo(request["photo"])
    hq = _part(whole, side, scale, *request.get("at", (0.5, 0.5)))
    tensor = torch.from_numpy(hq).permute(2, 0, 1)[None].float() / 255
    degrade = degrade_with(recipe.data, scale, torch.device("cpu"))(int(request["seed"]))
    lq = np.asarray((degrade(tensor, float(request["severity"]))[0] * 255).round().to(torch.uint8).permute(1, 2, 0))
    height, width = hq.shape[:2]
    large = np.asarray(cv2.resize(lq, (width, height), interpolation=cv2.INTER_CUBIC), np.uint8)
    out = Path(request["out"])
    before, after = out.with_name(f"{out.name}-before.png"), out.with_name(f"{out.name}-after.png")
    write_png(before, hq)
    write_png(after, large)
    return {"before": str(before), "after": str(after)}


@lru_cache(maxsize=4)
def _photo(path: str) -> Picture:
    return read_photo(Path(path))


def _part(photo: Picture, side: int, scale: int, x: float, y: float) -> Picture:
    """Cut to multiples of what the damage needs."""
    height, width = photo.shape[:2]
    h, w = (min(side, length) // scale * scale for length in (height, width))
    top, left = (round(share * (length - part)) for share, length, part in ((y, height, h), (x, width, w)))
    return np.ascontiguousarray(photo[top : top + h, left : left + w])


def _measure(request: Request, progress: Progress) -> dict[str, Any]:
    """Asked with `folders` or `files` of bad photos: the ranges of their damage, and the settings for it."""
    paths = [Path(path) for path in request.get("files", ())]
    folders = [Path(folder) for folder in request.get("folders", ())]
    paths += find_photos(folders) if folders else []
    found = measure_damage(paths, progressed=lambda done: progress(done, len(paths)))
    return {**dataclasses.asdict(found), "settings": found.settings()}


def _probe(request: Request, progress: Progress) -> dict[str, Any]:
    """Asked with `photos`, some of `count` in all, `start` (a model or null), `device`, `cores` ("idle", "half" or
    "all"), and `efforts`: a list of settings for each.
    """
    recipe = _recipe(request)
    photos = [Path(path) for path in request["photos"]]
    device, cores, threads = request.get("device", "auto"), request.get("cores", "all"), torch.get_num_threads()
    try:
        torch.set_num_threads(max(1, threads // 2) if cores == "half" else threads)
        forecast = probe_training(recipe, photos, request.get("start"), device, share_cores=cores == "idle")
    finally:
        torch.set_num_threads(threads)
    count = int(request.get("count", 0))
    seconds = [forecast.seconds(override(recipe, settings), count) for settings in request["efforts"]]
    return {**dataclasses.asdict(forecast), "seconds": seconds}
