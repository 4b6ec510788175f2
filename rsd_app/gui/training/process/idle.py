"""How long nobody has used the computer, asked of the system itself: no key or pointer is watched here."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import sys
from functools import cache

MAC_STATE, MAC_ANY_INPUT = 0, 0xFFFFFFFF  # combined session state, any kind of event


def unused_s() -> float | None:
    """Seconds since the last input; None where the system does not report it (Wayland, no screen)."""
    if sys.platform == "win32":
        return _on_windows()
    if sys.platform == "darwin":
        return _on_mac()
    if os.environ.get("WAYLAND_DISPLAY") or not os.environ.get("DISPLAY"):
        return None  # what X knows there is only part of it
    return _on_x11()


class _WindowsInput(ctypes.Structure):
    _fields_ = (("size", ctypes.c_uint), ("time_ms", ctypes.c_uint))


def _on_windows() -> float | None:
    last = _WindowsInput(ctypes.sizeof(_WindowsInput), 0)
    if not ctypes.windll.user32.GetLastInputInfo(ctypes.byref(last)):  # type: ignore[attr-defined]
        return None
    now_ms: int = ctypes.windll.kernel32.GetTickCount() & 0xFFFFFFFF  # type: ignore[attr-defined]
    return float((now_ms - last.time_ms) & 0xFFFFFFFF) / 1000  # both restart from 0 after 49 days


def _on_mac() -> float | None:
    name = ctypes.util.find_library("ApplicationServices")
    if name is None:
        return None
    seconds = ctypes.CDLL(name).CGEventSourceSecondsSinceLastEventType
    seconds.restype = ctypes.c_double
    seconds.argtypes = [ctypes.c_int32, ctypes.c_uint32]
    return float(seconds(MAC_STATE, MAC_ANY_INPUT))


class _XInfo(ctypes.Structure):
    """The X11 structure XScreenSaverInfo."""

    _fields_ = (
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("til_or_since", ctypes.c_ulong),
        ("idle_ms", ctypes.c_ulong),
        ("event_mask", ctypes.c_ulong),
    )


@cache
def _x_libraries() -> tuple[ctypes.CDLL, ctypes.CDLL] | None:
    try:
        x, saver = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
    except OSError:
        return None
    x.XOpenDisplay.argtypes, x.XOpenDisplay.restype = [ctypes.c_char_p], ctypes.c_void_p
    x.XDefaultRootWindow.argtypes, x.XDefaultRootWindow.restype = [ctypes.c_void_p], ctypes.c_ulong
    x.XCloseDisplay.argtypes = [ctypes.c_void_p]
    numbers = ctypes.POINTER(ctypes.c_int)
    saver.XScreenSaverQueryExtension.argtypes = [ctypes.c_void_p, numbers, numbers]
    saver.XScreenSaverQueryInfo.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.POINTER(_XInfo)]
    return x, saver


def _on_x11() -> float | None:
    libraries = _x_libraries()
    display = None if libraries is None else libraries[0].XOpenDisplay(None)
    if libraries is None or not display:
        return None
    x, saver = libraries
    try:
        first, second, info = ctypes.c_int(), ctypes.c_int(), _XInfo()
        if not saver.XScreenSaverQueryExtension(display, ctypes.byref(first), ctypes.byref(second)):
            return None
        told = saver.XScreenSaverQueryInfo(display, x.XDefaultRootWindow(display), ctypes.byref(info))
        return info.idle_ms / 1000 if told else None
    finally:
        x.XCloseDisplay(display)
