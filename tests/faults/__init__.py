"""Faults of the system, injected: a call that fails, a disk that is full, a process that is killed."""
