"""The charts, all of them: what is drawn and in which colours, never what is counted.

Every mark carries the address of the letters behind it, so a click on it opens them.  Colours
keep their meaning on every page and are told apart on light and dark ground alike.
"""

import altair as alt
import pandas as pd

from .tables import Rows
from .wording import GROUPS

__all__ = [
    "GROUP_COLOURS",
    "Chart",
    "group_shares",
    "groups_by_quarter",
    "heatmap",
    "letters_by_authority",
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
_ROW = 26


def groups_by_quarter(rows: Rows) -> Chart:
    """Stacked bars of letters per quarter; columns `quarter`, `group`, `letters`, `link`."""
    chart: alt.Chart = (
        _chart(rows)
        .mark_bar(cursor="pointer")
        .encode(
            x=alt.X("yearquarter(quarter):T", title=None, axis=alt.Axis(format="Q%q %Y", labelOverlap=True)),
            y=alt.Y("sum(letters):Q", title="Decisions", axis=alt.Axis(tickMinStep=1, format="d")),
            color=_group_colour(rows),
            order=alt.Order("rank:Q"),
            href="link:N",
            tooltip=[
                alt.Tooltip("yearquarter(quarter):T", title="Quarter", format="Q%q %Y"),
                alt.Tooltip("group:N", title="Outcome"),
                alt.Tooltip("letters:Q", title="Decisions"),
            ],
        )
        .properties(height=320)
    )
    return chart


def uses_by_section(rows: Rows, counted: str) -> Chart:
    """Bars per section, what is relied on first; columns `label`, `use`, `number`, `link`, `rank`."""
    present = {row["use"] for row in rows}
    chart: alt.Chart = (
        _chart(rows)
        .mark_bar(cursor="pointer")
        .encode(
            y=_row_axis("label", rows),
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
        .properties(height=_height(rows, "label", _ROW))
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
        x=alt.X("label:N", title=None, sort=sections, axis=alt.Axis(orient="top", labelAngle=-40, labelLimit=140)),
        y=_row_axis("authority", rows),
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
        height=_height(rows, "authority", _ROW + 4),
    )


def group_shares(rows: Rows) -> Chart:
    """Whole bars per authority; columns `authority`, `group`, `asks`, `shown`, `link`, `rank`."""
    chart: alt.Chart = (
        _chart(rows)
        .mark_bar(cursor="pointer")
        .encode(
            y=_row_axis("authority", rows),
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
        .properties(height=_height(rows, "authority", _ROW))
    )
    return chart


def letters_by_authority(rows: Rows) -> Chart:
    """Bars of letters per authority; columns `authority`, `letters`, `link`."""
    chart: alt.Chart = (
        _chart(rows)
        .mark_bar(cursor="pointer", color="#4a82b8")
        .encode(
            y=_row_axis("authority", rows),
            x=alt.X("letters:Q", title="Letters", axis=alt.Axis(tickMinStep=1, format="d")),
            href="link:N",
            tooltip=[alt.Tooltip("authority:N", title="Authority"), alt.Tooltip("letters:Q", title="Letters")],
        )
        .properties(height=_height(rows, "authority", _ROW))
    )
    return chart


def _chart(rows: Rows) -> alt.Chart:
    return alt.Chart(pd.DataFrame(rows))


def _group_colour(rows: Rows) -> alt.Color:
    present = {row["group"] for row in rows}
    return _colour("group", {group: colour for group, colour in GROUP_COLOURS.items() if group in present})


def _colour(field: str, colours: dict[str, str]) -> alt.Color:
    return alt.Color(
        f"{field}:N",
        title=None,
        scale=alt.Scale(domain=list(colours), range=list(colours.values())),
        legend=alt.Legend(orient="top", columns=4, labelLimit=220, symbolLimit=0),
    )


def _row_axis(field: str, rows: Rows) -> alt.Y:
    order = list(dict.fromkeys(row[field] for row in rows))
    return alt.Y(f"{field}:N", title=None, sort=order, axis=alt.Axis(labelLimit=260, ticks=False, domain=False))


def _height(rows: Rows, field: str, step: int) -> int:
    return step * len({row[field] for row in rows})
