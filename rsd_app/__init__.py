"""RSD Studio: enlarge and restore photos on one's own machine, in one network step."""

import time

__version__ = "0.1.0"
STARTED_AT = time.time()  # this process, by the clock that stamps files
