"""A frozen regression network whose results are targets: what it is, where its weights come from, its pool of pairs."""
