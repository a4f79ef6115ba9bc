"""The frame around the pages: the menu, the filters, and what is said when there is nothing to show."""

from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import streamlit as st

from .. import highlight
from ..errors import FoiError
from .filters import Filters
from .queries import has_readings
from .sidebar import choose_filters
from .tables import Tables
from .views import PAGES
from .wording import plain

__all__ = ["main"]


def main(arguments: Sequence[str]) -> None:
    """Draw the dashboard; Streamlit calls this again on every change.

    Args:
        arguments: The folder of a corpus, as `foi load … --into` makes it; the demo's when empty.
    """
    folder = Path(arguments[0] if arguments else "build/demo/corpus")
    # No icons: Streamlit would fetch the icon of a page for the browser tab from a font server.
    st.set_page_config(page_title="FOI replies", layout="wide")
    st.html(f"<style>{highlight.CSS}</style>")
    tables = Tables.at(folder)
    try:
        filters = choose_filters(tables) if tables is not None and has_readings(tables) else Filters()
        st.navigation([_page(module, folder, tables, filters) for module in PAGES]).run()
    except FoiError as error:
        st.error(plain(error))


def _page(module: ModuleType, folder: Path, tables: Tables | None, filters: Filters) -> "st.Page":
    def show() -> None:
        if getattr(module, "WITHOUT_CORPUS", False):
            module.show(tables, filters)
        elif tables is None:
            _show_no_corpus(folder)
        elif not has_readings(tables):
            _show_not_analysed(folder)
        else:
            module.show(tables, filters)

    name = module.__name__.rpartition(".")[2]
    return st.Page(show, title=module.TITLE, url_path=name, default=module is PAGES[0])


def _show_no_corpus(folder: Path) -> None:
    st.title("No corpus yet")
    st.markdown(f"There is no corpus in the folder {plain(folder)}. To see the sample corpus, run")
    st.code("make demo", language=None)
    st.markdown("To read letters of your own, then open them here:")
    st.code(
        "foi load files LETTERS --into DIR\nfoi analyse DIR\nstreamlit run app.py -- DIR",
        language=None,
    )
    st.markdown("The page “Your files” reads a few letters without a corpus.")


def _show_not_analysed(folder: Path) -> None:
    st.title("Nothing has been read yet")
    st.markdown("The corpus is there, but none of its letters has been read. Run")
    st.code(f"foi analyse {folder}", language=None)
