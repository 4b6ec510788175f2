"""`torchrun -m trainer run …` is `rsd train run …` in each of its processes."""

import runpy
import sys

if __name__ == "__main__":
    sys.argv = ["rsd", "train", *sys.argv[1:]]
    runpy.run_module("rsd_app", run_name="__main__", alter_sys=True)
