"""The charts, all of them: what is drawn and in which colours, never what is counted.

Every mark carries the address of the letters behind it, so a click on it opens them.  Colours
keep their meaning on every page and are told apart on light and dark ground alike.
"""

import altair as alt
import pandas as pd

from ..naming import GROUPS
from .tables import Rows

__all__ = [
    "GROUP_COLOURS",
    "LETTERS",
    "MISSING",
    "Chart",
    "group_shares",
    "groups_by_quarter",
    "heatmap",
    "letter_bars",
    "letters_by_quarter",
    "uses_by_section",
]

Chart = alt.Chart | alt.LayerChart | alt.FacetChart

GROUP_COLOURS = dict(
    zip(
        GROUPS,
        ("#2f7f73", "#8dbb8a", "#b5432f", "#7d4f9a", "#5d6b78", "#d29a3a", "#4a82b8", "#8c7a62", "#a3a9ae"),
        strict=True,
    )
)
_USE_COLOURS = {
    "relied on": "#b5432f",
    "relied on, not cited": "#d98b6a",
    "only mentioned": "#b9a36a",
    "rejected": "#6f9a63",
    "quoted": "#8b9299",
}
LETTERS, MISSING = "#4a82b8", "#b5432f"
_ROW = 44
_CELL = 32
_LEGEND_LINE = 18
_FRAME = 120
"""Room for the axis and a line or two of legend around the rows of a chart."""


def groups_by_quarter(rows: Rows) -> Chart:
    """Stacked bars of letters per quarter, empty quarters kept; rows with `quarter`, `group`, `letters`, `link`."""
    base, quarters = _by_quarter(rows)
    chart: alt.Chart = (
        base.mark_bar(cursor="pointer")
        .encode(
            x=quarters,
            y=alt.Y("letters:Q", title="Decisions", axis=alt.Axis(tickMinStep=1, format="d")),
            color=_group_colour(rows),
            order=alt.Order("rank:Q"),
            href="link:N",
            tooltip=[
                alt.Tooltip("name:N", title="Quarter"),
                alt.Tooltip("group:N", title="Outcome"),
                alt.Tooltip("letters:Q", title="Decisions"),
            ],
        )
        .properties(height=340)
    )
    return chart


def letters_by_quarter(rows: Rows) -> Chart:
    """Bars of letters per quarter, empty quarters kept; rows with `quarter`, `letters`, `link`."""
    base, quarters = _by_quarter(rows)
    chart: alt.Chart = (
        base.mark_bar(cursor="pointer", color=LETTERS)
        .encode(
            x=quarters,
            y=alt.Y("letters:Q", title="Letters", axis=alt.Axis(tickMinStep=1, format="d")),
            href="link:N",
            tooltip=[alt.Tooltip("name:N", title="Quarter"), alt.Tooltip("letters:Q", title="Letters")],
        )
        .properties(height=220)
    )
    return chart


def uses_by_section(rows: Rows, counted: str) -> Chart:
    """Bars per section, what is relied on first; columns `label`, `use`, `number`, `link`, `rank`."""
    present = {row["use"] for row in rows}
    chart: alt.Chart = (
        _chart(rows)
        .mark_bar(cursor="pointer")
        .encode(
            y=_named_rows("label", rows),
            x=alt.X("number:Q", title=counted, axis=alt.Axis(tickMinStep=1, format="d")),
            color=_colour("use", {use: colour for use, colour in _USE_COLOURS.items() if use in present}),
            order=alt.Order("rank:Q"),
            href="link:N",
            tooltip=[
                alt.Tooltip("label:N", title="Section"),
                alt.Tooltip("use:N", title="How"),
                alt.Tooltip("number:Q", title=counted),
            ],
        )
        .properties(height=_height(rows, "label"))
    )
    return chart


def heatmap(rows: Rows, sections: list[str], counted: str) -> Chart:
    """Authority against section, coloured by share; where there is none (a small base), only the count.

    Args:
        rows: With `authority`, `label` of the section, `number`, `share` or None, `shown` and `link`.
        sections: Labels in the order of the columns.
        counted: What `number` counts.
    """
    top = max((row["share"] for row in rows if row["share"] is not None), default=0.0)
    base = _chart(rows).encode(
        x=alt.X(
            "label:N",
            title=None,
            sort=sections,
            axis=alt.Axis(orient="top", labelAngle=-40, labelLimit=140, labelOverlap=False),
        ),
        y=alt.Y("authority:N", title=None, sort=_order(rows, "authority"), axis=alt.Axis(labelLimit=150)),
        href="link:N",
        tooltip=[
            alt.Tooltip("authority:N", title="Authority"),
            alt.Tooltip("label:N", title="Section"),
            alt.Tooltip("shown:N", title=counted),
        ],
    )
    colour = alt.Color(
        "share:Q",
        title=None,
        scale=alt.Scale(domain=[0, max(top, 0.1)], range=["#f6e3da", "#b5432f"]),
        legend=alt.Legend(format=".0%", orient="bottom", gradientLength=180),
    )
    small, pale = "!isValid(datum.share)", f"datum.share <= {0.55 * top}"
    known = base.transform_filter(f"!({small})")
    few = base.transform_filter(small)
    return alt.layer(
        known.mark_rect(cursor="pointer", cornerRadius=2).encode(color=colour),
        few.mark_rect(fillOpacity=0, stroke="#8b9299", strokeDash=[3, 2], cursor="pointer", cornerRadius=2),
        known.transform_filter(pale).mark_text(color="#3b1a10", fontWeight=600).encode(text="number:Q"),
        known.transform_filter(f"!({pale})").mark_text(color="#ffffff", fontWeight=600).encode(text="number:Q"),
        few.mark_text(color="#8b9299", fontWeight=600).encode(text="number:Q"),
        height=_CELL * len(_order(rows, "authority")) + _FRAME,
    )


def group_shares(rows: Rows) -> Chart:
    """Whole bars per authority; columns `authority`, `group`, `asks`, `shown`, `link`, `rank`."""
    chart: alt.Chart = (
        _chart(rows)
        .mark_bar(cursor="pointer")
        .encode(
            y=_named_rows("authority", rows),
            x=alt.X("asks:Q", stack="normalize", title="Share of questions", axis=alt.Axis(format="%")),
            color=_group_colour(rows),
            order=alt.Order("rank:Q"),
            href="link:N",
            tooltip=[
                alt.Tooltip("authority:N", title="Authority"),
                alt.Tooltip("group:N", title="Outcome"),
                alt.Tooltip("shown:N", title="Questions"),
            ],
        )
        .properties(height=_height(rows, "authority") + _LEGEND_LINE * len(_order(rows, "group")) // 2)
    )
    return chart


def letter_bars(rows: Rows, named: str, counted: str, colour: str = LETTERS) -> Chart:
    """A bar of letters for each name; columns `label`, `letters`, `shown`, `link`.

    Args:
        rows: In the order of the bars.
        named: What `label` names.
        counted: What `letters` counts.
        colour: `LETTERS`, or `MISSING` where the letters lack something.
    """
    chart: alt.Chart = (
        _chart(rows)
        .mark_bar(cursor="pointer", color=colour)
        .encode(
            y=_named_rows("label", rows),
            x=alt.X("letters:Q", title=counted, axis=alt.Axis(tickMinStep=1, format="d")),
            href="link:N",
            tooltip=[alt.Tooltip("label:N", title=named), alt.Tooltip("shown:N", title=counted)],
        )
        .properties(height=_height(rows, "label"))
    )
    return chart


def _chart(rows: Rows) -> alt.Chart:
    return alt.Chart(pd.DataFrame(rows))


def _by_quarter(rows: Rows) -> tuple[alt.Chart, alt.X]:
    """Rows with the `name` of their quarter, and an axis of all quarters from the first to the last."""
    quarters = pd.period_range(rows[0]["quarter"], rows[-1]["quarter"], freq="Q")
    names = [f"Q{quarter.quarter} {quarter.year}" for quarter in quarters]
    name = dict(zip((quarter.start_time.date() for quarter in quarters), names, strict=True))
    axis = alt.X("name:O", title=None, scale=alt.Scale(domain=names), axis=alt.Axis(labelAngle=0, labelOverlap=True))
    return _chart([row | {"name": name[row["quarter"]]} for row in rows]), axis


def _group_colour(rows: Rows) -> alt.Color:
    present = {row["group"] for row in rows}
    return _colour("group", {group: colour for group, colour in GROUP_COLOURS.items() if group in present})


def _colour(field: str, colours: dict[str, str]) -> alt.Color:
    return alt.Color(
        f"{field}:N",
        title=None,
        scale=alt.Scale(domain=list(colours), range=list(colours.values())),
        legend=alt.Legend(orient="top", columns=2, labelLimit=220, symbolLimit=0),
    )


def _named_rows(field: str, rows: Rows) -> alt.Y:
    """One row for each name, which stands over its bar: a long name leaves the bar its whole width."""
    return alt.Y(
        f"{field}:N",
        title=None,
        sort=_order(rows, field),
        scale=alt.Scale(paddingInner=0.55, paddingOuter=0.5),
        axis=alt.Axis(
            domain=False, ticks=False, labelAlign="left", labelPadding=0, labelOffset=-_ROW // 2 + 3, labelLimit=330
        ),
    )


def _order(rows: Rows, field: str) -> list[str]:
    return list(dict.fromkeys(row[field] for row in rows))


def _height(rows: Rows, field: str) -> int:
    return _ROW * len(_order(rows, field)) + _FRAME
