"""The chapters of a report: what each finds, in a sentence, and the rows of its chart and tables."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from ..naming import GROUP_OF, GROUPS, OUTCOME_LABELS, PIT_LABELS, SMALL_BASE, cited_as, counted, section_label, share
from ..reasoning import duty_words
from .counts import Row
from .evidence import Evidence, day
from .letters import colour_of

__all__ = ["exemptions", "outcomes", "questions", "reasoning", "standfirst", "wording"]

_MOST_SECTIONS = 12
_MOST_COLUMNS = 8
_MOST_FAMILIES = 8
_MOST_OTHERS = 4
_USES = (("relied on", True), ("only named", False))
_KEPT = ("Withheld", "Neither confirmed nor denied")

Places = list[dict[str, Any]]


def standfirst(totals: Row, decisions: Sequence[Row], sections: Sequence[Row]) -> str:
    """What the corpus is and what stands out, in three sentences."""
    full = sum(row["letters"] for row in decisions if GROUP_OF[row["outcome"]] == "Disclosed")
    relied = Counter[str]()
    for row in sections:
        relied[row["section"]] += row["letters"] * row["relied"]
    said = [
        f"Replies of {counted(totals['authorities'], 'authority', 'authorities')} to "
        f"{counted(totals['requests'], 'request')}, read one by one."
    ]
    if decisions:
        said.append(f"In {share(full, totals['decisions'], 'decision')} everything asked for was disclosed.")
    if top := relied.most_common(1):
        said.append(f"The ground relied on most is {section_label(top[0][0])}.")
    return " ".join(said)


def outcomes(decisions: Sequence[Row], evidence: Evidence) -> dict[str, Any]:
    """Decisions by group of outcomes, over the quarters.

    Args:
        decisions: Rows of `counts.decisions`.
        evidence: Takes the letters behind each number.
    """
    by_group: dict[str, Places] = defaultdict(list)
    by_quarter: dict[dt.date | None, dict[str, Places]] = {}
    for row in decisions:
        group = GROUP_OF[row["outcome"]]
        by_group[group] += row["places"]
        by_quarter.setdefault(row["quarter"], defaultdict(list))[group] += row["places"]
    present = [group for group in GROUPS if by_group[group]]
    base = sum(map(len, by_group.values()))
    quarters = [_quarter(each, by_quarter.get(each, {}), present, evidence) for each in _all_quarters(by_quarter)]
    undated = _quarter(None, by_quarter.get(None, {}), present, evidence)
    return {
        "base": base,
        "finding": _outcome_finding(by_group, base),
        "groups": [
            {
                "name": group,
                "colour": colour_of(group),
                "linked": evidence.link(f"Decisions: {group.lower()}", by_group[group], "outcomes"),
                "share": share(len(by_group[group]), base),
            }
            for group in present
        ],
        "quarters": quarters,
        "highest": max((quarter["total"] for quarter in quarters), default=0),
        "undated": undated,
    }


def _outcome_finding(by_group: dict[str, Places], base: int) -> str:
    if not base:
        return "None of these letters is a decision on a request."
    common = max(GROUPS, key=lambda group: len(by_group[group]))
    kept = sum(len(by_group[group]) for group in _KEPT)
    return (
        f"The commonest outcome is “{common.lower()}”: {share(len(by_group[common]), base, 'decision')}. "
        f"In {share(kept, base)} everything was withheld, or its existence neither confirmed nor denied."
    )


def _all_quarters(present: Iterable[dt.date | None]) -> list[dt.date]:
    """Every quarter from the first to the last, so that a gap in time is a gap in the chart."""
    dated = sorted(quarter for quarter in present if quarter)
    if not dated:
        return []
    first, last = (quarter.year * 4 + quarter.month // 3 for quarter in (dated[0], dated[-1]))
    return [dt.date(number // 4, number % 4 * 3 + 1, 1) for number in range(first, last + 1)]


def _quarter(
    quarter: dt.date | None, places: dict[str, Places], present: Sequence[str], evidence: Evidence
) -> dict[str, Any]:
    name = f"Q{quarter.month // 3 + 1} {quarter.year}" if quarter else "no date"
    cells = [
        {
            "group": group,
            "colour": colour_of(group),
            "linked": evidence.link(f"Decisions, {name}: {group.lower()}", places.get(group, []), "outcomes"),
        }
        for group in present
    ]
    total = sum(map(len, places.values()))
    return {"name": name, "year": quarter.year if quarter else None, "cells": cells, "total": total}


def exemptions(sections: Sequence[Row], authorities: Sequence[Row], evidence: Evidence) -> dict[str, Any]:
    """Sections relied on against sections only named, in the corpus and by authority.

    Args:
        sections: Rows of `counts.sections`.
        authorities: Rows of `counts.authorities`.
        evidence: Takes the letters behind each number.
    """
    places: dict[tuple[str, bool], Places] = defaultdict(list)
    for row in sections:
        places[row["section"], row["relied"]] += row["places"]
    ranked = sorted(
        {section for section, _ in places}, key=lambda s: (-len(places[s, True]), -len(places[s, False]), s)
    )
    rows = [_section(section, places, evidence) for section in ranked]
    return {
        "finding": _exemption_finding(ranked, places, sum(row["base"] for row in authorities)),
        "rows": rows[:_MOST_SECTIONS],
        "others": rows[_MOST_SECTIONS:],
        "highest": max((len(places[s, True]) + len(places[s, False]) for s in ranked), default=0),
        "columns": [
            {"short": cited_as(section), "label": section_label(section)} for section in ranked[:_MOST_COLUMNS]
        ],
        "by_authority": _by_authority(sections, authorities, ranked[:_MOST_COLUMNS], evidence),
    }


def _section(section: str, places: dict[tuple[str, bool], Places], evidence: Evidence) -> dict[str, Any]:
    relied, named = (
        evidence.link(f"{section_label(section)}: {use}", places[section, relies], "exemptions")
        for use, relies in _USES
    )
    return {"label": section_label(section), "relied": relied, "named": named}


def _exemption_finding(ranked: Sequence[str], places: dict[tuple[str, bool], Places], base: int) -> str:
    if not ranked or not places[ranked[0], True]:
        return "No letter relies on a provision of the statutes known here."
    relied = sum(len(found) for (_, relied), found in places.items() if relied)
    named = sum(len(found) for (_, relied), found in places.items() if not relied)
    most = share(len(places[ranked[0], True]), base, "decision or review", "decisions and reviews")
    nothing = share(named, relied + named, "instance")
    return (
        f"{section_label(ranked[0])} is relied on most: by {most}. Naming is not relying: "
        f"in {nothing} a letter names a section and rests nothing on it."
    )


def _by_authority(
    sections: Sequence[Row], authorities: Sequence[Row], columns: Sequence[str], evidence: Evidence
) -> list[dict[str, Any]]:
    found = {(row["authority"], row["section"], row["relied"]): row["places"] for row in sections}
    rows = []
    for authority in sorted(authorities, key=lambda row: (-row["base"], row["authority"])):
        name, base = authority["authority"], authority["base"]
        cells = []
        for section in columns:
            relied, named = (
                evidence.link(f"{name}, {cited_as(section)}: {use}", found.get((name, section, relies), []), "who")
                for use, relies in _USES
            )
            part = relied.number / base if base >= SMALL_BASE else None
            cells.append({"relied": relied, "named": named, "share": part})
        if base:
            rows.append({"authority": name, "base": base, "cells": cells})
    return rows


def questions(asks: Sequence[Row], evidence: Evidence) -> dict[str, Any]:
    """Questions by outcome.

    Args:
        asks: Rows of `counts.asks`.
        evidence: Takes the letters behind each number.
    """
    base = sum(row["questions"] for row in asks)
    full = sum(row["questions"] for row in asks if GROUP_OF[row["outcome"]] == "Disclosed")
    passed = sum(row["questions"] for row in asks if row["outcome"] == "not_answered")
    return {
        "finding": f"{share(full, base, 'question')} were answered in full. {share(passed, base)} were passed over: "
        "the letter says nothing about them."
        if base
        else "No question was found in these letters.",
        "base": base,
        "rows": [
            {
                "label": OUTCOME_LABELS[row["outcome"]],
                "colour": colour_of(GROUP_OF[row["outcome"]]),
                "share": share(row["questions"], base),
                "letters": row["letters"],
                "linked": evidence.link(
                    f"Questions: {OUTCOME_LABELS[row['outcome']].lower()}", row["places"], "questions"
                ),
            }
            for row in asks
        ],
        "highest": max((row["questions"] for row in asks), default=0),
    }


def reasoning(tests: Sequence[Row], duties: Sequence[Row], evidence: Evidence) -> dict[str, Any]:
    """Public interest tests by how complete they are, and what refusal notices leave out.

    Args:
        tests: Rows of `counts.tests`.
        duties: Rows of `counts.duties`.
        evidence: Takes the letters behind each number.
    """
    base = sum(row["letters"] for row in tests)
    weighed = sum(row["letters"] for row in tests if row["pit"] == "complete")
    finding = (
        f"{share(weighed, base, 'letter')} that rely on a qualified ground weigh the public interest on both sides."
    )
    return {
        "finding": finding if base else "No letter relies on a ground that is subject to a public interest test.",
        "tests": [_test(row, base, evidence) for row in sorted(tests, key=lambda row: [*PIT_LABELS].index(row["pit"]))],
        "duties": [_duty(row, evidence) for row in duties],
        "highest": max((row["missing"] for row in duties), default=0),
    }


def _test(row: Row, base: int, evidence: Evidence) -> dict[str, Any]:
    label = PIT_LABELS[row["pit"]]
    linked = evidence.link(f"Public interest test: {label}", row["places"], "reasoning")
    return {"label": label, "linked": linked, "share": share(row["letters"], base)}


def _duty(row: Row, evidence: Evidence) -> dict[str, Any]:
    words, provision = duty_words(row["duty"]), cited_as(row["duty"])
    return {
        "words": words,
        "provision": provision,
        "linked": evidence.link(f"Missing: the notice {words} ({provision})", row["places"], "notices"),
        "share": share(row["missing"], row["owing"]),
    }


def wording(families: Sequence[Row], totals: Row, evidence: Evidence) -> dict[str, Any]:
    """Paragraphs that letters share: those that give reasons first, then others.

    Args:
        families: Rows of `counts.families`.
        totals: The row of `counts.totals`.
        evidence: Takes the letters behind each number.
    """
    reasons = [row for row in families if row["reasons"]][:_MOST_FAMILIES]
    others = [row for row in families if not row["reasons"]][:_MOST_OTHERS]
    shared = sum(row["authorities"] > 1 for row in families)
    repeated = share(totals["repeated_words"], totals["words"], "word of the authorities", "words of the authorities")
    finding = (
        f"{repeated} stand in paragraphs that another letter repeats, names, dates and references apart. "
        f"{counted(shared, 'longer paragraph')} can be read in letters of more than one authority."
    )
    return {
        "finding": finding if families else "No longer paragraph occurs in more than one letter.",
        "reasons": [_family(row, evidence) for row in reasons],
        "others": [_family(row, evidence) for row in others],
    }


def _family(row: Row, evidence: Evidence) -> dict[str, Any]:
    days = dict.fromkeys(day(date) for date in (row["first"], row["last"]) if date is not None)
    start = " ".join(row["canonical"].split()[:6])
    return row | {
        "linked": evidence.link(f"Letters that say “{start} …”", row["places"], "wording"),
        "span": " to ".join(days),
    }
