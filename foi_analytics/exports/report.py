"""A report on a corpus: one HTML file that needs nothing else, in which every figure opens its letters.

Letters are hostile text: whatever they say is escaped by the template, what could disguise it
is made visible, and the file forbids its reader scripts and requests of any kind.
"""

from pathlib import Path
from typing import Any

from markupsafe import Markup

from .. import highlight
from ..corpus import Corpus
from . import counts
from .chapters import exemptions, outcomes, questions, reasoning, standfirst, wording
from .evidence import Evidence
from .files import whole
from .letters import legend, letter_views
from .templates import environment

__all__ = ["write_report"]

_MOST_LETTERS = 500
"""So many letters, the newest, are in the file; a browser opens it at once."""

_NEWEST_SQL = """
    SELECT letter_id FROM readings JOIN letters USING (letter_id)
    ORDER BY date DESC NULLS LAST, letter_id LIMIT $most"""


def write_report(corpus: Corpus, path: Path) -> None:
    """Write a report on a corpus as one HTML file that appears whole or not at all.

    Args:
        corpus: The corpus.
        path: The file; one that is there is replaced.
    """
    page = environment().get_template("report.html.jinja").render(_contents(corpus))
    with whole(path) as part:
        part.write_text(page, encoding="utf-8")


def _contents(corpus: Corpus) -> dict[str, Any]:
    totals = counts.totals(corpus)
    families = counts.families(corpus)
    newest = [row["letter_id"] for row in corpus.arrow(_NEWEST_SQL, {"most": _MOST_LETTERS}).to_pylist()]
    letters = letter_views(corpus.readings_of(newest).values(), families)
    evidence = Evidence(letters)
    authorities, decisions, sections = counts.authorities(corpus), counts.decisions(corpus), counts.sections(corpus)
    return {
        "css": Markup(highlight.CSS),  # noqa: S704 - constant
        "totals": totals,
        "standfirst": standfirst(totals, decisions, sections),
        "authorities": [
            row | {"linked": evidence.link(f"Letters of {row['authority']}", row["places"], "corpus")}
            for row in authorities
        ],
        "outcomes": outcomes(decisions, evidence),
        "exemptions": exemptions(sections, authorities, evidence),
        "questions": questions(counts.asks(corpus), evidence),
        "reasoning": reasoning(counts.tests(corpus), counts.duties(corpus), evidence),
        "wording": wording(families, totals, evidence),
        "licences": counts.licences(corpus),
        "problems": counts.problems(corpus),
        "letters": list(letters.values()),
        "legend": legend(),
        "evidence": evidence.lists,
    }
