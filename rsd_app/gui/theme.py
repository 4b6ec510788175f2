"""Colours and sizes, in one place. The picture area is neutral gray, so that it does not falsify colours."""

from __future__ import annotations

from PySide6.QtGui import QColor

PICTURE_GRAY = "#303030"  # L* about 20, neutral
PANEL = "#262626"
TEXT = "#e6e6e6"
QUIET_TEXT = "#a8a8a8"  # 7.1:1 on the panel
ACCENT = "#4c9be8"
ERROR = "#5a2a2a"
DIVIDER, DIVIDER_EDGE = QColor(255, 255, 255, 235), QColor(0, 0, 0, 70)
OVERLAY = QColor(20, 20, 20, 170)  # under names and handles that lie on the picture
HANDLE_RADIUS_PX = 12
RADIUS_PX = 4  # of corners
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
QFrame#target {{ background: transparent; border: 2px dashed #5c5c5c; border-radius: 12px; }}
QFrame#target[hot="true"] {{ border-color: {ACCENT}; }}
QWidget#empty {{ background: {PICTURE_GRAY}; }}
QWidget#empty QLabel {{ background: transparent; color: {QUIET_TEXT}; }}
QLabel#title {{ font-size: 24px; }}
QWidget#empty QLabel#title {{ color: {TEXT}; }}
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover {{ background: #6bb0f2; }}
QProgressBar {{ background: #3a3a3a; border: 0; border-radius: 2px; max-height: 4px; }}
QProgressBar::chunk {{ background: {ACCENT}; border-radius: 2px; }}
QStatusBar::item {{ border: 0; }}
"""
