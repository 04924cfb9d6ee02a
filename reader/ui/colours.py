"""The colours of the themes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme, as ``#rrggbb``. ``chrome`` is what surrounds the page."""

    page: str
    chrome: str
    hover: str
    line: str
    text: str
    quiet: str
    accent: str
    accent_soft: str
    saved: str
    selection: str
    hit: str
    hit_current: str
    lit: str


LIGHT = Colours(
    page="#fbfaf7",
    chrome="#f4f2ec",
    hover="#ebe8df",
    line="#e3dfd4",
    text="#24211c",
    quiet="#716b60",
    accent="#2f6f8f",
    accent_soft="#dcebf1",
    saved="#d9a441",
    selection="#cfe3ec",
    hit="#f6e7bd",
    hit_current="#f0c05a",
    lit="#e4eeda",
)
DARK = Colours(
    page="#1c1d20",
    chrome="#232529",
    hover="#2d3036",
    line="#34373d",
    text="#e7e3da",
    quiet="#a09b91",
    accent="#7fb8d2",
    accent_soft="#2b4350",
    saved="#d9b160",
    selection="#2c4b5e",
    hit="#4d4226",
    hit_current="#7a5c16",
    lit="#2d3b2f",
)
SEPIA = Colours(
    page="#f7eedd",
    chrome="#f0e5cf",
    hover="#e7d9bd",
    line="#dccdae",
    text="#382c1d",
    quiet="#6b5b43",
    accent="#8a4b2a",
    accent_soft="#efd9c3",
    saved="#b8832a",
    selection="#e8d3ad",
    hit="#f2dc95",
    hit_current="#e6b450",
    lit="#e2e3bd",
)
CONTRAST = Colours(
    page="#ffffff",
    chrome="#ffffff",
    hover="#e2e2e2",
    line="#767676",
    text="#000000",
    quiet="#333333",
    accent="#003a9b",
    accent_soft="#cfe0ff",
    saved="#8a4b00",
    selection="#a8cdff",
    hit="#ffe680",
    hit_current="#ffb000",
    lit="#cfeacb",
)
CONTRAST_DARK = Colours(
    page="#000000",
    chrome="#000000",
    hover="#2e2e2e",
    line="#9a9a9a",
    text="#ffffff",
    quiet="#d6d6d6",
    accent="#7fd4ff",
    accent_soft="#0b3a57",
    saved="#ffd24a",
    selection="#00558a",
    hit="#5a4700",
    hit_current="#946b00",
    lit="#1d4a20",
)
