"""The frame of the window: actions, menus, status, drops."""
