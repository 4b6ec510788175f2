"""Recipes: what is trained, with which settings. A new one is a new module here and a line below."""

from __future__ import annotations

from rsd_app.core.errors import ConfigError
from trainer.config import Recipe
from trainer.recipes import restore_x4

RECIPES: dict[str, Recipe] = {recipe.name: recipe for recipe in (restore_x4.RECIPE,)}


def find_recipe(name: str) -> Recipe:
    """A recipe by name.

    Raises:
        ConfigError: no such recipe; names those that exist.
    """
    if name not in RECIPES:
        raise ConfigError(f"recipe {name}", "is unknown", f"known are {', '.join(RECIPES)}")
    return RECIPES[name]
