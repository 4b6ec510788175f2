"""What a model family is: a folder of `core/networks/` with a network and a `Family`, registered in `families.py`.

Model files, the library, the renderers and the trainer ask a family what they have to know of it; none of them
asks for it by name.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from torch import Tensor, nn

from rsd_app.core.errors import ConfigError
from rsd_app.core.networks.codecs import Codec

Role = Literal["student", "teacher", "autoencoder"]
ShapeOf = Callable[[Any], tuple[int, ...] | None]  # of a leaf of a file's contents; None: no tensor


class LatentNetwork(nn.Module, ABC):
    """Predicts z0 from a scaled z_t, as `LatentPredictor`; the network of a family."""

    noise_channels: int  # 0 for a teacher, 1 for a student, 2 for one that knows its realism
    latent_channels: int  # C of the codec
    middle_channels: int  # of `middle_features`
    multiple: int  # that the sides of the latent have to be a multiple of
    first_weight: ClassVar[str]  # name of the kernel that sees the inputs; the noise channels are the last of them

    @abstractmethod
    def middle_features(self, z_scaled: Tensor, t: Tensor, lq: Tensor, *, severity: Tensor | None = None) -> Tensor:
        """What is known in the middle of a network without noise channels: (B, middle_channels, h/m, w/m)."""

    def stored(self) -> dict[str, Tensor]:
        """What a model file holds of it."""
        return self.state_dict()

    def fill(self, tensors: Mapping[str, Tensor]) -> None:
        """The reverse of `stored`, in float32.

        Raises:
            RuntimeError: tensors that do not fit.
        """
        self.load_state_dict({name: tensor.float() for name, tensor in tensors.items()})


@dataclass(frozen=True)
class Variant:
    """What the files of others that are of one kind have in common, and do not say.

    Attributes:
        method: what people call it: "SinSR".
        runs: how often the network runs for a picture.
        schedule: the arguments of a `ScheduleSpec`.
        scale: enlargement of each side.
    """

    method: str
    role: Literal["student", "teacher"]
    runs: int
    schedule: Mapping[str, Any]
    scale: int = 4

    @property
    def words(self) -> str:
        """Method and steps: "ResShift, 15 steps"."""
        return f"{self.method}, {'one step' if self.runs == 1 else f'{self.runs} steps'}"


@dataclass(frozen=True, kw_only=True)
class Recognised:
    """A network found in a file of others.

    Attributes:
        family: that it belongs to.
        arguments: of the network, as a header holds them.
        names: of its tensors in our form, to those in the file.
        parameters: how many numbers it learned.
        place: where in the file the state dict is: ("params_ema",).
    """

    family: str
    kind: Literal["network", "autoencoder"]
    arguments: dict[str, Any]
    names: dict[str, str]
    parameters: int = 0
    place: tuple[str, ...] = ()
    notices: tuple[str, ...] = field(default=())

    @property
    def noise_channels(self) -> int:
        """Of the network; 0 for a teacher and for an autoencoder."""
        return int(self.arguments.get("noise_channels", 0))

    @property
    def is_average(self) -> bool:
        """Whether the file calls it a moving average of the weights."""
        return any("ema" in part.lower() for part in self.place)


class Family(ABC):
    """One kind of network with its codec: how it is built, described, imported and trained.

    The attributes are what most families share; a family states where it differs.
    """

    name: ClassVar[str]  # in headers and recipes
    codec: ClassVar[str]  # in headers
    recipe: ClassVar[str] = ""  # the bundled one that trains it from a model; empty: none
    severity: ClassVar[bool] = False  # whether the network takes the severity input
    own_autoencoder: ClassVar[bool] = False  # whether the codec is learned, and lies in a model file of its own
    teacher_enlarges: ClassVar[bool] = False  # in many steps
    teacher_from_student: ClassVar[bool] = True  # whether a teacher can be made of a student, to distil it further
    wants_gpu: ClassVar[bool] = False  # whether a training on a CPU takes for ever
    of_others: ClassVar[bool] = False  # whether its weights are mostly of other people, whose licence is shown
    taught_in_window: ClassVar[bool] = False  # whether the window's training starts from its students
    variants: ClassVar[Mapping[str, Variant]] = {}  # of the files that it imports

    @abstractmethod
    def build(self, arguments: Mapping[str, Any], *, role: str, scale: int, steps: int) -> LatentNetwork:
        """The network of a header or a recipe, with fresh weights, in float32 on the default device.

        Args:
            arguments: `ModelHeader.network`, or the section of a recipe with the noise channels.
            scale: enlargement of each side.
            steps: T of the schedule.

        Raises:
            TypeError, ValueError, RuntimeError, ConfigError: arguments that it does not take, or that do not fit.
        """

    def build_codec(self, arguments: Mapping[str, Any], scale: int) -> Codec:
        """Between image and latent, where it is not learned; `arguments` as of `build`."""
        problem = f"is missing, and the family {self.name} works in its latents"
        raise ConfigError("autoencoder", problem, "start with --from")

    def build_autoencoder(self, arguments: Mapping[str, Any]) -> nn.Module:
        """A learned `Codec`, with fresh weights; `arguments` are those of its own header.

        Raises: as `build`.
        """
        raise ConfigError("autoencoder", f"is none that the family {self.name} has", "give the model itself")

    def noise_argument(self, channels: int) -> dict[str, int]:
        """What a header says of a network's noise channels."""
        return {"noise_channels": channels}

    def noise_channels(self, arguments: Mapping[str, Any], role: str) -> int:
        """The reverse: of the network of a header."""
        return int(arguments.get("noise_channels", 0))

    def fold(self, arguments: Mapping[str, Any]) -> int:
        """Source pixels, each way, for one place of the network of a header."""
        return 1

    def realism(self, arguments: Mapping[str, Any]) -> bool:
        """Whether the student of a header learned to do with less of its noise."""
        return False

    def recognise(self, subject: str, contents: object, shape_of: ShapeOf) -> list[Recognised]:
        """Networks of this family in a file that is none of this program: of each kind at most one.

        Args:
            subject: the file, for messages.
            contents: its value, nested dicts; `shape_of` returns the shape of a leaf.

        Raises:
            ModelError: what comes nearest is not quite one of them; says why.
        """
        return []

    def variants_of(self, network: Recognised) -> Sequence[str]:
        """Which of `variants` a network may be, by its shapes."""
        return tuple(self.variants)

    def variant_by_name(self, stem: str) -> str | None:
        """Which of `variants` a file's name speaks of, if any."""
        return None
