"""What the pages ask of a corpus, in SQL, by subject; the pages only show the answers."""

from .alike import answers, shared_asks
from .cases import cases_by_status, cases_by_timeliness
from .corpus import (
    decisions_by_outcome,
    decisions_by_quarter,
    has_readings,
    lacks,
    letters,
    letters_by_authority,
    options,
    problems,
    totals,
)
from .grounds import citations_by_section, reliance_by_authority, requests_by_section
from .letter import letters_of_case, shared_passages
from .questions import asks, asks_by_authority, asks_by_outcome
from .reasoning import duties, tests_by_completeness
from .search import hits
from .wording import families, first_use, letters_by_quarter, members, repeated_reasons, wordings

__all__ = [
    "answers",
    "asks",
    "asks_by_authority",
    "asks_by_outcome",
    "cases_by_status",
    "cases_by_timeliness",
    "citations_by_section",
    "decisions_by_outcome",
    "decisions_by_quarter",
    "duties",
    "families",
    "first_use",
    "has_readings",
    "hits",
    "lacks",
    "letters",
    "letters_by_authority",
    "letters_by_quarter",
    "letters_of_case",
    "members",
    "options",
    "problems",
    "reliance_by_authority",
    "repeated_reasons",
    "requests_by_section",
    "shared_asks",
    "shared_passages",
    "tests_by_completeness",
    "totals",
    "wordings",
]
