"""Seeded, structure-aware mutation of every file that the program reads.

`python -m tests.fuzz --minutes 60` for a long run; `test_fuzz.py` is the short one. A case is named by its kind and
number, and can be made again from them alone.
"""
