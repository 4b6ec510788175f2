"""The command `rsd`: one module a subcommand; heavy imports happen inside the commands."""
