"""Many pictures: which, in what order, and what has become of each."""
