"""Colours and sizes, in one place. The picture area is neutral gray, so that it does not falsify colours."""

from __future__ import annotations

PICTURE_GRAY = "#303030"  # L* about 20, neutral
PANEL = "#262626"
TEXT = "#e6e6e6"
QUIET_TEXT = "#a8a8a8"  # 7.1:1 on the panel
ACCENT = "#4c9be8"
ERROR = "#5a2a2a"
GRID_PX = 8
TEXT_PX = 13

STYLE_SHEET = f"""
QWidget {{ background: {PANEL}; color: {TEXT}; font-size: {TEXT_PX}px; }}
QToolBar {{ border: 0; padding: {GRID_PX // 2}px; spacing: {GRID_PX // 2}px; }}
QToolButton, QPushButton {{ padding: {GRID_PX // 2}px {GRID_PX + 4}px; border: 0; border-radius: 4px; }}
QToolButton:hover, QPushButton:hover {{ background: #3a3a3a; }}
QToolButton:disabled, QPushButton:disabled {{ color: #6e6e6e; }}
QToolButton:focus, QPushButton:focus {{ border: 1px solid {ACCENT}; }}
QToolButton[primary="true"], QPushButton[primary="true"] {{ background: {ACCENT}; color: #101010; }}
QToolButton[primary="true"]:disabled {{ background: #3a3a3a; color: #6e6e6e; }}
QStatusBar {{ color: {QUIET_TEXT}; }}
QFrame#error {{ background: {ERROR}; }}
QFrame#error QLabel, QFrame#error QPushButton {{ background: transparent; }}
"""
