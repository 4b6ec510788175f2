"""The compact family: one-step students that run in strips of rows."""
