"""Arrays that pass between the rooms of the trainer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]  # (H, W, 3), RGB
Floats = NDArray[np.float64]
