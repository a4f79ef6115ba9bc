"""Shares with honest intervals, and where the letters behind each of them are; `docs/statistics.md` explains them."""

from .commissioner import Standing, find_standing
from .correction import METHODS
from .coverage import Coverage, OfficialTotal, find_coverage, load_totals
from .funnel import Funnel, FunnelPoint, draw_funnel
from .labels import Answers, draw_sample, load_labels, load_types
from .rate import EVERYTHING, Query, Rate
from .rates import find_rates
from .timeliness import Durations, Waiting, find_durations, find_waiting
from .trends import Break, Trend, find_breaks, find_trend

__all__ = [
    "EVERYTHING",
    "METHODS",
    "Answers",
    "Break",
    "Coverage",
    "Durations",
    "Funnel",
    "FunnelPoint",
    "OfficialTotal",
    "Query",
    "Rate",
    "Standing",
    "Trend",
    "Waiting",
    "draw_funnel",
    "draw_sample",
    "find_breaks",
    "find_coverage",
    "find_durations",
    "find_rates",
    "find_standing",
    "find_trend",
    "find_waiting",
    "load_labels",
    "load_totals",
    "load_types",
]
