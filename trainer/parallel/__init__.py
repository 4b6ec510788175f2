"""Several processes, and the cores and memory of one."""
