"""The figures and how they are printed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement beside its baseline, both in ``unit``.

    ``most`` is the largest ratio that will do, or the largest value where ``absolute``; None if nothing was
    promised.
    """

    name: str
    value: float
    unit: str
    baseline: float
    beside: str
    most: float | None = None
    absolute: bool = False

    @property
    def ratio(self) -> float:
        """How many times the baseline it is."""
        return self.value / self.baseline

    @property
    def kept(self) -> bool:
        """Whether it is as good as promised."""
        return self.most is None or (self.value if self.absolute else self.ratio) <= self.most


def table(figures: Sequence[Figure]) -> str:
    """The figures as text, one a line."""
    rows = [("", "measured", "baseline", "ratio", "at most", "")]
    for figure in figures:
        most = (
            "" if figure.most is None else f"{figure.most:g}" + (f" {figure.unit}" if figure.absolute else "")
        )
        verdict = "" if figure.most is None else "kept" if figure.kept else "NOT KEPT"
        rows.append(
            (
                figure.name,
                f"{figure.value:.1f} {figure.unit}",
                f"{figure.baseline:.1f} ({figure.beside})",
                f"{figure.ratio:.2f}",
                most,
                verdict,
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def percentile(values: Sequence[float], part: float) -> float:
    """The smallest of ``values`` that at least ``part`` (0.99) of them do not exceed."""
    return sorted(values)[max(0, math.ceil(part * len(values)) - 1)]
