"""`rsd train` and its subcommands."""
