"""One file per page; the order here is the order of the menu.

(A folder called `pages` beside the app would be taken by Streamlit for its own.)
"""

from . import alike, boilerplate, exemptions, files, letters, overview, questions, reasoning, search

__all__ = ["PAGES"]

PAGES = (overview, exemptions, questions, alike, reasoning, boilerplate, search, letters, files)
