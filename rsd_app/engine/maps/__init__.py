"""Maps of a result: where samples disagree, and where it contradicts its source."""
