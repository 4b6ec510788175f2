"""Errors that a user can act on: each names the object, the value and the remedy."""

from __future__ import annotations

from pathlib import Path


class RsdError(Exception):
    """Base of every error that is shown to a user as one line.

    Args:
        subject: what it is about: a file, a model, an option.
        problem: what is wrong with it, with the value that was found.
        remedy: what the user can do; may be empty where nothing can be done.
    """

    def __init__(self, subject: str | Path, problem: str, remedy: str = "") -> None:
        self.subject = str(subject)
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{self.subject}: {problem}" + (f"; {remedy}" if remedy else ""))

    def __reduce__(self) -> tuple[type[RsdError], tuple[str, str, str]]:
        return type(self), (self.subject, self.problem, self.remedy)


class ImageReadError(RsdError):
    """A picture cannot be read: missing, damaged, of an unknown kind, or forbidden."""


class ImageTooLargeError(ImageReadError):
    """A picture has more pixels than the limit, found before anything was decoded."""


class ImageWriteError(RsdError):
    """A result cannot be written: disk full, no permission, or a limit of the format."""


class DiskFullError(ImageWriteError):
    """There is no room for a result; what comes next will hardly fare better."""


class OutputExistsError(ImageWriteError):
    """The output exists and overwriting was not asked for."""


class ModelError(RsdError):
    """A model is unknown, or its file is damaged, lies about itself or is of a newer version."""


class UnsafeFileError(ModelError):
    """A file asks for code to be run when it is loaded; it was not."""


class ConfigError(RsdError):
    """A setting is unknown or out of range."""


class DeviceError(RsdError):
    """A device or precision is not available, or ran out of memory."""


class ShapeError(RsdError, ValueError):
    """Tensors whose shapes do not fit together."""


class TrainingError(RsdError):
    """A training cannot start or continue: data, run directory or divergence."""
