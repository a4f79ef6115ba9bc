"""Charts as PNG and SVG, with the source and the choice in the caption, so that they can stand alone."""

import textwrap
from pathlib import Path
from typing import Any

from ...errors import MissingExtraError
from ..files import whole
from .book import Book, Sheet
from .statement import WITHHELD

__all__ = ["write_charts"]

_COLOUR = "#4a82b8"
_WIDTH = 520
_CAPTION = 90
_MOST_BARS = 25
_LABEL = 60
_SCALE = 2


def write_charts(book: Book, folder: Path) -> list[Path]:
    """Draw the number by category of each sheet that has a `category` and a `value` column.

    A sheet with values withheld is drawn without them, and the caption says so.

    Args:
        book: What is published.
        folder: Where the charts go; made when it is not there.

    Returns:
        The files, an SVG and a PNG for each chart.

    Raises:
        MissingExtraError: When the extra `app` is not installed.
    """
    try:
        import vl_convert
    except ImportError as error:
        raise MissingExtraError("drawing charts", "app") from error
    paths = []
    for sheet in book.sheets:
        bars = _bars(sheet)
        if not bars:
            continue
        folder.mkdir(parents=True, exist_ok=True)
        chart = _chart(book, sheet, bars).to_json()
        for suffix, drawn in (
            (".svg", vl_convert.vegalite_to_svg(chart).encode()),
            (".png", vl_convert.vegalite_to_png(chart, scale=_SCALE)),
        ):
            paths.append(folder / f"{sheet.name}{suffix}")
            with whole(paths[-1]) as part:
                part.write_bytes(drawn)
    return paths


def _bars(sheet: Sheet) -> list[dict[str, Any]]:
    """The sums of the values by category, the largest first."""
    if not {"category", "value"} <= set(sheet.table.column_names):
        return []
    sums: dict[str, float] = {}
    for row in sheet.table.select(["category", "value"]).to_pylist():
        if row["value"]:
            sums[row["category"]] = sums.get(row["category"], 0) + row["value"]
    largest = sorted(sums, key=lambda name: -sums[name])[:_MOST_BARS]
    return [{"category": name[:_LABEL], "value": sums[name]} for name in largest]


def _chart(book: Book, sheet: Sheet, bars: list[dict[str, Any]]) -> Any:
    import altair as alt

    gaps = "mark" in sheet.table.column_names and WITHHELD in sheet.table["mark"].to_pylist()
    without = " Without numbers withheld because they are small." if gaps else ""
    caption = textwrap.wrap(f"Source: {book.source} Chosen: {book.chosen}{without}", _CAPTION)
    title = alt.TitleParams(
        textwrap.wrap(sheet.title, _CAPTION), subtitle=caption, anchor="start", subtitleColor="#555d66"
    )
    encoded = alt.Chart(alt.InlineData(values=bars)).encode(
        x=alt.X("value:Q", title=None, axis=alt.Axis(tickMinStep=1, format="d")),
        y=alt.Y("category:N", title=None, sort=None, axis=alt.Axis(labelLimit=_WIDTH)),
    )
    numbers = encoded.mark_text(align="left", dx=3).encode(text="value:Q")
    return (encoded.mark_bar(color=_COLOUR) + numbers).properties(title=title, width=_WIDTH)
