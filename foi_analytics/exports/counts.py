"""What a report counts in a corpus, in SQL: each row with the places in letters that it counts."""

from typing import Any

from ..corpus import Corpus
from ..records import RELIED_ON
from ..statistics.subjects import section_of_each

__all__ = [
    "Row",
    "asks",
    "authorities",
    "decisions",
    "duties",
    "families",
    "licences",
    "problems",
    "sections",
    "tests",
    "totals",
]

Row = dict[str, Any]
"""A row of counts; `places` are `{letter_id, start, end}`, the offsets None where no words are meant."""

_UNNAMED = "(not stated)"
_FEWEST_WORDS = 15
"""A shorter passage, such as a greeting, is nobody's wording."""

_NAMED_ONLY = ("mentioned", "rejected", "quoted")
_DECIDING = ("response", "internal_review")
_LETTERS = """
    SELECT l.letter_id, coalesce(l.authority, $unnamed) AS authority, l.date, r.kind, r.outcome,
        {'letter_id': l.letter_id, 'start': NULL, 'end': NULL} AS entire
    FROM letters l LEFT JOIN readings r USING (letter_id)"""


def totals(corpus: Corpus) -> Row:
    """Letters, requests, decisions, named authorities, letters without a date or a reading, first and last day.

    `words` are those of the authorities, `repeated_words` those in paragraphs that other letters repeat,
    `exact_words` and `near_words` in the same words and edited.
    """
    return _ask(
        corpus,
        """SELECT count(*) AS letters, count(DISTINCT coalesce(l.case_id, letter_id)) AS requests,
            count(*) FILTER (kind = 'response') AS decisions, count(DISTINCT authority) AS authorities,
            count(*) FILTER (l.date IS NULL) AS undated, count(*) FILTER (kind IS NULL) AS unread,
            min(l.date) AS first, max(l.date) AS last,
            (SELECT count(*) FROM questions) AS questions, (SELECT count(*) FROM problems) AS problems,
            (SELECT coalesce(sum(words), 0)::BIGINT FROM shares) AS words,
            (SELECT coalesce(sum(repeated_words), 0)::BIGINT FROM shares) AS repeated_words,
            (SELECT coalesce(sum(exact_words), 0)::BIGINT FROM shares) AS exact_words,
            (SELECT coalesce(sum(near_words), 0)::BIGINT FROM shares) AS near_words
        FROM letters l LEFT JOIN readings USING (letter_id)""",
    )[0]


def decisions(corpus: Corpus) -> list[Row]:
    """Decisions by quarter (its first day; None for undated ones) and outcome."""
    return _about_letters(
        corpus,
        """SELECT date_trunc('quarter', date)::DATE AS quarter, outcome, count(*) AS letters,
            list(entire ORDER BY date DESC NULLS LAST, letter_id) AS places
        FROM every WHERE kind = 'response' GROUP BY ALL ORDER BY quarter NULLS LAST, outcome""",
    )


def authorities(corpus: Corpus) -> list[Row]:
    """Authorities: their letters, decisions, decisions or reviews (`base`), first and last day; most letters first."""
    return _about_letters(
        corpus,
        """SELECT authority, count(*) AS letters, count(*) FILTER (kind = 'response') AS decisions,
            count(*) FILTER (kind IN $deciding) AS base, min(date) AS first, max(date) AS last,
            list(entire ORDER BY date DESC NULLS LAST, letter_id) AS places
        FROM every GROUP BY authority ORDER BY letters DESC, authority""",
        deciding=_DECIDING,
    )


def sections(corpus: Corpus) -> list[Row]:
    """Sections by authority and by whether a letter relies on them or only names them.

    A letter counts once for each section, as `relied` when it relies on it anywhere; its place
    is the first of the words that say so.
    """
    return _about_letters(
        corpus,
        """, places AS (
            SELECT letter_id, provision, TRUE AS relied, "start", "end" FROM exemptions WHERE role IN $relied_on
            UNION ALL
            SELECT letter_id, unnest(provisions) AS provision, FALSE, "start", "end" FROM citations
            WHERE role IN $named_only),
        standing AS (
            SELECT letter_id, section, bool_or(relied) AS relied,
                arg_min({'letter_id': letter_id, 'start': "start", 'end': "end"}, (NOT relied, "start")) AS place
            FROM places JOIN (SELECT unnest($provisions) AS provision, unnest($sections) AS section) USING (provision)
            GROUP BY letter_id, section)
        SELECT section, authority, relied, count(*) AS letters,
            list(place ORDER BY date DESC NULLS LAST, letter_id) AS places
        FROM standing JOIN every USING (letter_id) GROUP BY section, authority, relied
        ORDER BY section, authority, relied DESC""",
        relied_on=tuple(RELIED_ON),
        named_only=_NAMED_ONLY,
        **section_of_each(corpus),
    )


def asks(corpus: Corpus) -> list[Row]:
    """Questions by outcome, the commonest first; a place is the question or, when that is elsewhere, its answer."""
    return _about_letters(
        corpus,
        """SELECT q.outcome AS outcome, count(*) AS questions, count(DISTINCT letter_id) AS letters,
            list({'letter_id': letter_id,
                'start': CASE WHEN "within" = 'reply' THEN q."start" ELSE answer_start END,
                'end': CASE WHEN "within" = 'reply' THEN q."end" ELSE answer_end END}
                ORDER BY date DESC NULLS LAST, letter_id, q."start") AS places
        FROM every JOIN questions q USING (letter_id) GROUP BY q.outcome ORDER BY questions DESC, q.outcome""",
    )


def tests(corpus: Corpus) -> list[Row]:
    """Letters that owe a public interest test, by how far they give it (`pit`)."""
    return _about_letters(
        corpus,
        """SELECT pit, count(*) AS letters, list(entire ORDER BY date DESC NULLS LAST, letter_id) AS places
        FROM every JOIN (SELECT letter_id, pit FROM readings WHERE pit <> 'na') USING (letter_id)
        GROUP BY pit ORDER BY pit""",
    )


def duties(corpus: Corpus) -> list[Row]:
    """Duties of refusal notices, most often missing first: letters that owe it (`owing`), that miss it (`missing`).

    A letter that owes it for several grounds counts once, as missing when it misses it for any;
    a place is what makes the missing one owed.
    """
    return _about_letters(
        corpus,
        """, owed AS (
            SELECT duty, letter_id, bool_or(NOT met) AS missed,
                arg_min({'letter_id': letter_id, 'start': "start", 'end': "end"}, (met, "start")) AS place
            FROM duties GROUP BY duty, letter_id)
        SELECT duty, count(*) AS owing, count(*) FILTER (missed) AS missing,
            coalesce(list(place ORDER BY date DESC NULLS LAST, letter_id) FILTER (missed), []) AS places
        FROM owed JOIN every USING (letter_id) GROUP BY duty ORDER BY missing DESC, owing DESC, duty""",
    )


def families(corpus: Corpus) -> list[Row]:
    """Families of passages of some length, those that repeat most words first; `reasons` when most give reasons."""
    return _about_letters(
        corpus,
        """, counted AS (SELECT f.family_id AS family_id, f.canonical AS canonical, f.words AS words, f.kind AS kind,
            count(DISTINCT letter_id) AS letters, count(DISTINCT authority) AS authorities,
            min(date) AS first, max(date) AS last,
            2 * count(*) FILTER (reuse.part = 'reasons') > count(*) AS reasons,
            list({'letter_id': letter_id, 'start': reuse."start", 'end': reuse."end"}
                ORDER BY date DESC NULLS LAST, letter_id) AS places
        FROM reuse JOIN families f USING (family_id) JOIN every USING (letter_id)
        WHERE f.words >= $fewest_words
        GROUP BY ALL)
        SELECT * FROM counted ORDER BY letters * words DESC, family_id""",
        fewest_words=_FEWEST_WORDS,
    )


def licences(corpus: Corpus) -> list[Row]:
    """On what terms the letters may be used: `licence`, `status`, `attribution`, `letters`."""
    return _ask(corpus, "SELECT licence, status, attribution, letters FROM licences ORDER BY letters DESC, licence")


def problems(corpus: Corpus) -> list[Row]:
    """What could not be loaded or read: `origin`, `line`, `stage`, `reason`."""
    return _ask(corpus, "SELECT origin, line, stage, reason FROM problems ORDER BY origin, line, reason")


def _about_letters(corpus: Corpus, query: str, **parameters: Any) -> list[Row]:
    """Rows of a query over `every` letter: its id, authority, date, kind and outcome."""
    return _ask(corpus, f"WITH every AS ({_LETTERS}) {query}", unnamed=_UNNAMED, **parameters)


def _ask(corpus: Corpus, query: str, **parameters: Any) -> list[Row]:
    return corpus.arrow(query, parameters).to_pylist()
