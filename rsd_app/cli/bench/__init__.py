"""`rsd bench` and its subcommands."""
