"""One file per page; the order here is the order of the menu.

(A folder called `pages` beside the app would be taken by Streamlit for its own.)
"""

from . import boilerplate, exemptions, letters, overview, questions, reasoning

__all__ = ["PAGES"]

PAGES = (overview, exemptions, questions, reasoning, boilerplate, letters)
