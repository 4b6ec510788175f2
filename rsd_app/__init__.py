"""RSD Studio: enlarge and restore photos on your own machine, in a single network pass."""

import time

__version__ = "0.1.0"
STARTED_AT = time.time()  # this process, by the clock that stamps files
