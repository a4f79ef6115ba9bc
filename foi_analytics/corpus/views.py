"""The tables people see, as SQL over the stored rows; the same on every engine that runs it."""

# ruff: noqa: S608 - only names from this package are put into these queries

from ..boilerplate import REASONS_SQL, SHARES_SQL, SUBJECTS_SQL
from ..boilerplate.meaning import SUGGESTIONS
from ..records import Letter, Problem, Request, arrow_schema
from .cases import CASES_SQL
from .rows import FINDINGS, STATED, WITHDRAWN

__all__ = ["KNOWN_REQUESTS_SQL", "KNOWN_SQL", "TABLES", "UNREAD_SQL", "VIEWS"]

_BY_PLACE = 'letter_id, start, "end"'
TABLES = {
    "letters": "letter_id",
    "readings": "letter_id",
    "requests": "case_id",
    "cases": "case_id",
    "licences": "letters DESC, licence",
    **dict.fromkeys(FINDINGS, _BY_PLACE),
    "exemptions": f"{_BY_PLACE}, provision",
    "arguments": f"{_BY_PLACE}, kind",
    "duties": f"{_BY_PLACE}, duty, concerns",
    "families": "letters * words DESC, family_id",
    "reuse": _BY_PLACE,
    "suggestions": "score DESC, similarity DESC, family_id, other_id",
    "shares": "letter_id",
    "reasons": "letter_id, provision",
    "notices": "notice_id, start, provision",
    "figures": "authority, year, unit, section, measure, category",
    "problems": "origin, line, letter_id, reason",
}
"""The tables of a corpus, in the order in which a person looks at them, and how each is sorted."""


def _columns(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


# The licence prescribes these words where the publisher gives none of its own.
_OGL = r"(?:open government licen[cs]e|\bOGL)(?:\W{1,3}(?:v|version )?3(?:\.0)?)?$"
_OGL_WORDS = "Contains public sector information licensed under the Open Government Licence v3.0."
_LETTER = _columns(arrow_schema(Letter).names).replace('"found_at"', "coalesce(others, []) AS found_at")
_REQUEST = _columns(arrow_schema(Request).names)
_PROBLEM = _columns(arrow_schema(Problem).names)

VIEWS = {
    "latest_letters": f"""
        SELECT * FROM stored_letters
        SEMI JOIN (SELECT letter_id, max("row") AS "row" FROM stored_letters GROUP BY letter_id)
        USING (letter_id, "row") WHERE revision <> '{WITHDRAWN}'""",
    "latest_readings": """
        SELECT * FROM stored_readings SEMI JOIN (SELECT letter_id, revision FROM latest_letters)
        USING (letter_id, revision)""",
    "letters": f"""
        SELECT {_LETTER} FROM (SELECT * EXCLUDE (found_at) FROM latest_letters)
        LEFT JOIN (
            SELECT letter_id, list(place ORDER BY place) AS others FROM stored_places
            ANTI JOIN (SELECT letter_id, origin AS place FROM latest_letters) USING (letter_id, place)
            GROUP BY letter_id
        ) USING (letter_id)""",
    "readings": f"SELECT letter_id, {_columns(list(STATED))} FROM latest_readings WHERE problem IS NULL",
    **{name: f"SELECT unnest({name}, max_depth := 2) FROM latest_readings" for name in FINDINGS},
    "requests": f"""
        SELECT {_REQUEST} FROM stored_requests
        SEMI JOIN (SELECT case_id, max("row") AS "row" FROM stored_requests GROUP BY case_id)
        USING (case_id, "row") WHERE revision <> '{WITHDRAWN}'""",
    "cases": CASES_SQL,
    "licences": f"""
        SELECT
            licence,
            CASE WHEN regexp_matches(licence, '^(stated|assumed): ') THEN split_part(licence, ':', 1) ELSE 'unknown' END
                AS status,
            CASE WHEN regexp_matches(licence, '{_OGL}', 'i') THEN '{_OGL_WORDS}' END AS attribution,
            count(*) AS letters, count(DISTINCT coalesce(authority, '')) AS authorities
        FROM letters GROUP BY licence""",
    "families": "SELECT * FROM stored_families",
    "reuse": "SELECT * FROM stored_reuse",
    "forms": "SELECT * FROM stored_forms",
    "aliases": "SELECT * FROM stored_aliases",
    # A family that is gone, or is written otherwise now, is not what was compared.
    "suggestions": f"""
        SELECT {_columns(SUGGESTIONS.names)} FROM stored_suggestions
        SEMI JOIN (SELECT family_id, canonical AS wording FROM families) USING (family_id, wording)
        SEMI JOIN (SELECT family_id AS other_id, canonical AS other_wording FROM families)
        USING (other_id, other_wording)""",
    "subjects": SUBJECTS_SQL,
    "shares": SHARES_SQL,
    "reasons": REASONS_SQL,
    "notices": "SELECT * FROM stored_notices",
    "figures": "SELECT * FROM stored_figures",
    "problems": f"""
        SELECT {_PROBLEM} FROM stored_problems
        UNION ALL
        SELECT coalesce(origin, letter_id), 'read', problem, letter_id, NULL
        FROM latest_readings JOIN letters USING (letter_id) WHERE problem IS NOT NULL""",
}
"""Each view uses the stored tables and the views before it."""

UNREAD_SQL = """
    SELECT "row" FROM latest_letters
    ANTI JOIN (SELECT letter_id, revision FROM stored_readings) USING (letter_id, revision)
    ORDER BY "row" """
"""Rows of the stored letters that no reading answers."""

KNOWN_SQL = """
    SELECT letter_id, revision, coalesce(places, []) AS places FROM (SELECT letter_id, revision FROM latest_letters)
    LEFT JOIN (SELECT letter_id, list(place) AS places FROM stored_places GROUP BY letter_id) USING (letter_id)"""
"""What is known of each letter before more are loaded."""

KNOWN_REQUESTS_SQL = """
    SELECT case_id, max_by(revision, "row") AS revision FROM stored_requests GROUP BY case_id"""
"""What is known of each request before more are loaded."""
