"""Recipes: what is trained, with which settings. A new one is a new module here and a line below."""

from __future__ import annotations

import difflib
import json
from pathlib import Path

from rsd_app.core.errors import ConfigError
from trainer.config import Recipe, from_dict
from trainer.recipes import direct, finetune, restore_x2, restore_x4, rsd, rsd_paper, sinsr, teacher

_AS_JSON = "give a recipe as JSON, like the config.json of a run"
_ALL = (restore_x4, restore_x2, finetune, teacher, rsd, rsd_paper, sinsr, direct)
RECIPES: dict[str, Recipe] = {module.RECIPE.name: module.RECIPE for module in _ALL}


def find_recipe(name: str) -> Recipe:
    """A recipe by name, or from a JSON file as a run directory holds one (config.json).

    Raises:
        ConfigError: no such recipe, with those that exist; or the file has an unknown key or a wrong value.
    """
    if name.endswith(".json"):
        return _read_recipe(Path(name))
    if name not in RECIPES:
        near = difflib.get_close_matches(name, RECIPES, n=1)
        hint = f"did you mean {near[0]}? " if near else ""
        raise ConfigError(f"recipe {name}", "is unknown", f"{hint}known are {', '.join(RECIPES)}, or give a .json file")
    return RECIPES[name]


def _read_recipe(path: Path) -> Recipe:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(path, f"cannot be read ({error})", _AS_JSON) from error
    if not isinstance(values, dict):
        raise ConfigError(path, "holds no JSON object", _AS_JSON)
    return from_dict(values)
