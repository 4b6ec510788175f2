"""Programs for those who work on the models: `python -m tools.panel`, `python -m tools.sheets`."""
