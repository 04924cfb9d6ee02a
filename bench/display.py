"""A display of our own, and hands and eyes on it: pointer, keys and pixels, through the X11 libraries."""

from __future__ import annotations

import ctypes
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, c_char_p, c_int, c_uint, c_ulong, c_void_p
from typing import NamedTuple

SIZE = (1400, 900)

LEFT_BUTTON, WHEEL_UP, WHEEL_DOWN = 1, 4, 5
_ALL_PLANES = c_ulong(-1)
_Z_PIXMAP = 2
_TO_POINTER_ROOT = 1


class Box(NamedTuple):
    """A rectangle of the screen, in pixels."""

    x: int
    y: int
    width: int
    height: int

    def around(self, x: int, y: int) -> Box:
        """A box of this size with its middle at (x, y), kept on the screen."""
        left = min(max(x - self.width // 2, 0), SIZE[0] - self.width)
        top = min(max(y - self.height // 2, 0), SIZE[1] - self.height)
        return Box(left, top, self.width, self.height)


class _Image(ctypes.Structure):
    """The beginning of Xlib's XImage."""

    _fields_ = [
        ("width", c_int),
        ("height", c_int),
        ("xoffset", c_int),
        ("format", c_int),
        ("data", c_void_p),
        ("byte_order", c_int),
        ("bitmap_unit", c_int),
        ("bitmap_bit_order", c_int),
        ("bitmap_pad", c_int),
        ("depth", c_int),
        ("bytes_per_line", c_int),
        ("bits_per_pixel", c_int),
    ]


class Display:
    """A connection to the X server ``name`` (":1")."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = c_void_p
        self._x.XOpenDisplay.argtypes = [c_char_p]
        self._x.XDefaultRootWindow.restype = c_ulong
        self._x.XGetImage.restype = POINTER(_Image)
        self._display = c_void_p(self._x.XOpenDisplay(name.encode()))
        if not self._display:
            raise RuntimeError(f"the display {name} does not answer")
        self._root = c_ulong(self._x.XDefaultRootWindow(self._display))

    def close(self) -> None:
        """End the connection."""
        self._x.XCloseDisplay(self._display)

    def grab(self, box: Box) -> bytes:
        """What is on the screen now, but for the pointer: four bytes a pixel (blue, green, red, none)."""
        image = self._x.XGetImage(
            self._display,
            self._root,
            box.x,
            box.y,
            c_uint(box.width),
            c_uint(box.height),
            _ALL_PLANES,
            _Z_PIXMAP,
        )
        data = c_void_p(image.contents.data)
        pixels = ctypes.string_at(data, image.contents.bytes_per_line * image.contents.height)
        self._x.XFree(data)
        self._x.XFree(image)
        return pixels

    def move_pointer(self, x: int, y: int) -> None:
        """Move the pointer as a mouse would."""
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, c_ulong(0))
        self._x.XFlush(self._display)

    def click(self, button: int = LEFT_BUTTON) -> None:
        """Press and release a button where the pointer is; WHEEL_DOWN turns the wheel by a notch."""
        for pressed in (1, 0):
            self._test.XTestFakeButtonEvent(self._display, button, pressed, c_ulong(0))
        self._x.XFlush(self._display)

    def press_key(self, name: str) -> None:
        """Press and release the key that X calls ``name`` ("Next" is Page Down)."""
        self._x.XStringToKeysym.restype = c_ulong
        symbol = c_ulong(self._x.XStringToKeysym(name.encode()))
        code = self._x.XKeysymToKeycode(self._display, symbol)
        self._x.XSetInputFocus(self._display, c_ulong(_TO_POINTER_ROOT), _TO_POINTER_ROOT, c_ulong(0))
        for pressed in (1, 0):
            self._test.XTestFakeKeyEvent(self._display, code, pressed, c_ulong(0))
        self._x.XFlush(self._display)


@contextmanager
def own_display() -> Iterator[Display]:
    """Start an X server that shows nothing, on a number that is free, and end it afterwards."""
    reading, writing = os.pipe()
    screen = "{}x{}x24".format(*SIZE)
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", screen, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as announced:
        number = announced.readline().strip()
    if not number:
        raise RuntimeError("Xvfb did not start")
    display = Display(f":{number}")
    try:
        yield display
    finally:
        display.close()
        server.terminate()
        server.wait()


def ink(pixels: bytes) -> int:
    """How many of the pixels are dark: text on a light page."""
    return pixels[1::4].translate(_DARK).count(1)


_DARK = bytes(1 if level < 128 else 0 for level in range(256))


def park(display: Display) -> None:
    """Put the pointer where no window is."""
    display.move_pointer(SIZE[0] - 1, SIZE[1] - 1)
    time.sleep(0.05)
