"""The records every stage and table shares, and their Arrow schemas.

Offsets are Unicode code points, half-open, into the letter's text, and for every finding
`text[start:end] == quote`.  `made_by` names the rule, model or person that said so:
`rule:citations/list-intro@1`, `model:roles@1a2b3c4d`, `human:initials@2026-11-22`.
Gold labels are the same records made by a human, so evaluating is comparing two tables.
"""

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from . import highlight

__all__ = [
    "ARGUMENTS",
    "LETTER_KINDS",
    "NOTICE_OUTCOMES",
    "OUTCOMES",
    "QUESTION_OUTCOMES",
    "RELIED_ON",
    "ROLES",
    "SUBJECTS",
    "TIMELINESS",
    "Argument",
    "Case",
    "Citation",
    "CostEstimate",
    "DecisionNotice",
    "Duty",
    "Exemption",
    "Extension",
    "Family",
    "Finding",
    "Letter",
    "Part",
    "Passage",
    "Problem",
    "Question",
    "Reading",
    "ReportedFigure",
    "Request",
    "arrow_schema",
    "arrow_table",
    "from_arrow",
]

ROLES = ("applied", "ncnd", "procedural", "mentioned", "rejected", "quoted", "other_law")
"""What a citation does in its letter."""

RELIED_ON = frozenset({"applied", "ncnd"})
"""The roles that make a provision a ground of the decision."""

LETTER_KINDS = (
    "response",
    "internal_review",
    "acknowledgement",
    "holding",
    "clarification_request",
    "correspondence",
    "bounce",
)

QUESTION_OUTCOMES = (
    "full_disclosure",
    "partial_disclosure",
    "full_refusal",
    "not_held",
    "ncnd",
    "cost_limit",
    "vexatious",
    "repeated",
    "already_accessible",
    "future_publication",
    "clarification_sought",
    "transferred",
    "signposted",
    "answered_narrative",
    "outside_act",
    "not_answered",
    "unknown",
)

OUTCOMES = (
    *QUESTION_OUTCOMES,
    "acknowledgement",
    "holding_pit_extension",
    "fee_notice",
    "withdrawn_or_lapsed",
    "invalid_request",
    "internal_review_upheld",
    "internal_review_partly_overturned",
    "internal_review_overturned",
    "mixed_non_disclosure",
)
"""Outcomes of a letter: those of a question and those only a letter can have."""

ARGUMENTS = (
    "public_interest_for",
    "public_interest_against",
    "balance",
    "prejudice",
    "harm",
    "qualified_opinion",
    "advice",
    "review_right",
    "regulator_right",
)
"""What a sentence of the reasoning does: `public_interest_for` speaks for disclosure."""


SUBJECTS = ("statute", "rights", "reasoning", "public_interest", "answer", "courtesy", "other")
"""What a repeated paragraph does: quotes the law, tells of rights, relies on an exemption or argues for it, weighs
the public interest, answers, greets or signs."""

NOTICE_OUTCOMES = ("for_authority", "against_authority", "partly")
"""How a regulator decides about one provision: "complaint upheld" is `against_authority`."""

TIMELINESS = ("in_time", "in_extension", "late", "open")
"""How a first decision stands to the day it was due; `in_extension` is after the ordinary limit, `open` has none."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One message of an authority, as its format yielded it; the text is never altered.

    Attributes:
        letter_id: sha256 of a file's bytes; publisher, case and message id of a message; or as given.
        text: The whole text, quoted mail and footers included.
        request: The thread's opening message or what the source gives; None when unknown.
        authority: Who wrote it; None when the source does not say.
        date: Day of the letter.
        title: Subject or heading.
        case_id: The request it belongs to, the same for every letter of a thread.
        source: Publisher or kind of source: `files`, `threads`, `table`.
        origin: Path inside the source, or address, where it was found.
        found_at: Other places where the same bytes were found.
        media_type: MIME type of the bytes it came from.
        page_starts: Offset at which each page begins; empty when the format has no pages.
        anchor_starts, anchor_names: The way back to the source: from each offset on, the text
            comes from that place (`page 2`, `table 1, row 3`, `header`, `text box`).
        original: The text before mojibake was mended; None when nothing was.
        needs_ocr: True when pages hold images and no text could be read.
        licence: `stated: …`, `assumed: …` or `unknown`.
        source_outcome: The site's or the log's own claim about the outcome, verbatim.
    """

    letter_id: str
    text: str
    request: str | None = None
    authority: str | None = None
    date: dt.date | None = None
    title: str | None = None
    case_id: str | None = None
    source: str = "text"
    origin: str | None = None
    found_at: tuple[str, ...] = ()
    media_type: str = "text/plain"
    page_starts: tuple[int, ...] = ()
    anchor_starts: tuple[int, ...] = ()
    anchor_names: tuple[str, ...] = ()
    original: str | None = None
    needs_ocr: bool = False
    licence: str = "unknown"
    source_outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """The message that opened a case, whether or not anybody answered it.

    Attributes:
        case_id: The case; the same as in `Letter.case_id`.
        text: What was asked, unaltered.
        authority: Who was asked; None when the source does not say.
        date: Day on which it was sent.
        title: Subject or heading.
        source, origin, licence, source_outcome: As in `Letter`. The day on which a log says that it was
            closed is not kept: without the letter nothing bears it out.
        later: The days on which the requester wrote again, in order.
    """

    case_id: str
    text: str
    authority: str | None = None
    date: dt.date | None = None
    title: str | None = None
    source: str = "text"
    origin: str | None = None
    licence: str = "unknown"
    source_outcome: str | None = None
    later: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One request and what became of it, over all the letters about it.

    Attributes:
        case_id: As in `Letter.case_id`; the letter's own id when it belongs to none.
        authority, title, source, source_outcome: Of the request, else of its letters.
        requested: Day on which the request was sent, and taken to be received; None when the source
            does not say.
        regime: Statute whose time limit counts: that of the first decision, else the last its letters
            named before; None when none is named, or statutes of two nations are.
        due: Last day in time, extended where a letter did so as the statute permits; None when day or
            regime is unknown. After a request to clarify it counts from the day on which the requester
            wrote again; None while that is not known.
        letters: How many letters the corpus holds; 0 when nobody answered, or the answer is not published.
        status: `reviewed`, `decided`, `open` (there are letters, and none decides) or `no_letter`.
        timeliness: One of `TIMELINESS`; None when something is decided and `due` or its day is unknown,
            and when there is no letter.
        replied_in: Working days to the first decision, from the same day as `due`; None when that is no
            response, or as with `due`.
        first_decision: Id of the first letter that decides; None when none does.
        first_decided: Its day.
        first_outcome: Its outcome.
        last_decision: Id of the last letter that decides the same request, reviews included.
        last_decided: Its day.
        review_outcome: Outcome of the last internal review; None when there was none.
        outcome: What finally became of the information: of the last decision that does not merely
            uphold an earlier one; None when nothing is decided.
        clarified: Whether the authority asked what was meant.
        extended: Whether it gave notice of more time before the first decision, under a power of a statute.
    """

    case_id: str
    authority: str | None
    title: str | None
    source: str
    requested: dt.date | None
    regime: str | None
    due: dt.date | None
    letters: int
    status: str
    timeliness: str | None
    replied_in: int | None
    first_decision: str | None
    first_decided: dt.date | None
    first_outcome: str | None
    last_decision: str | None
    last_decided: dt.date | None
    review_outcome: str | None
    outcome: str | None
    clarified: bool
    extended: bool
    source_outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What every finding starts with: where it is, in which words, how sure, and who says so."""

    letter_id: str
    start: int
    end: int
    quote: str
    score: float
    made_by: str


@dataclass(frozen=True, slots=True)
class Part(Finding):
    """A stretch of the letter with one purpose.

    `kind` is one of `furniture` (page chrome), `greeting`, `request` (the request as quoted),
    `decision`, `reasons`, `answers`, `rights` (review and appeal), `signature`, `annex`
    (statute quoted), `footer` (disclaimers and link lists), `quoted_mail`, `body`.
    """

    kind: str


@dataclass(frozen=True, slots=True)
class Citation(Finding):
    """A statutory reference; one record for each coordinated list.

    Attributes:
        provisions: Ids as in `foi_analytics.regimes`; of other Acts `slug:number`.
        role: One of `ROLES`.
        flags: `stale` (cited after its last day), `impossible` (not in the statute),
            `invalid_tail`, `statute_assumed`.
        scope: Numbers of the questions it is said to concern; empty when not said.
    """

    provisions: tuple[str, ...]
    role: str
    flags: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exemption(Finding):
    """A ground of the letter, at the finest level stated; the span is its best evidence.

    `inferred` grounds were concluded from the letter's formulas without a section being cited.
    """

    provision: str
    role: str
    questions: tuple[str, ...] = ()
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Question(Finding):
    """One ask, what happened to it, on which grounds, and the passage that answers it.

    Attributes:
        number: As numbered in the letter or the request: `2`, `3a`.
        within: `reply` or `request`: the text the offsets point into.
        outcome: One of `QUESTION_OUTCOMES`.
        outcome_made_by: Rule or model that decided the outcome.
        exemptions: Provision ids.
        answer_start, answer_end: The answer in the letter's text; None when there is none.
        answer_quote: Its words.
    """

    number: str
    within: str
    outcome: str
    outcome_made_by: str = ""
    exemptions: tuple[str, ...] = ()
    answer_start: int | None = None
    answer_end: int | None = None
    answer_quote: str | None = None


@dataclass(frozen=True, slots=True)
class Argument(Finding):
    """A sentence of the reasoning.

    Attributes:
        kind: One of `ARGUMENTS`.
        provisions: The grounds it stands with, by its words or its place; empty when that is not said.
        level: Of `prejudice`: `would`, `likely` or `unspecified`.
    """

    kind: str
    provisions: tuple[str, ...] = ()
    level: str = ""


@dataclass(frozen=True, slots=True)
class CostEstimate(Finding):
    """What complying is said to take, where a request is refused for its cost; the span covers the estimate.

    Attributes:
        records: How many things would have to be looked at; None when not said, as below.
        minutes_each: Minutes for each of them.
        hours: The time said to be needed in all.
        limit_hours: The limit: as stated, else that of the regulations for this authority.
        adds_up: Whether records by minutes give the hours, and the hours pass the limit; None
            when too little is said to check either.
    """

    records: int | None = None
    minutes_each: float | None = None
    hours: float | None = None
    limit_hours: float | None = None
    adds_up: bool | None = None


@dataclass(frozen=True, slots=True)
class Duty(Finding):
    """A part that a refusal notice owes, and whether the letter has it.

    The span is the words that meet it or, when it is missing, what makes it owed.

    Attributes:
        duty: Id of the provision that imposes it: `foia2000:17(1)(b)`.
        met: Whether the letter meets it.
        concerns: The grounds it is owed for; empty when for the notice as a whole.
    """

    duty: str
    met: bool
    concerns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extension(Finding):
    """A notice that takes more time to answer; the span is the sentence that says until when, or why.

    Attributes:
        provision: The power it is taken under: `foia2000:10(3)`, `eir2004:7(1)`, `eisr2004:7(1)`.
        until: Day by which the answer is promised; None when none is named.
    """

    provision: str
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Passage(Finding):
    """A paragraph; `words` counts its words; `part` is the kind of `Part` it stands in."""

    part: str
    words: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, kept instead of lost.

    Attributes:
        origin: Path, row or message it happened in.
        stage: `load`, `read` or another stage's name.
        reason: What was wrong and the next thing to do, for a person.
        letter_id: The letter, when there is one.
        line: 1-based line of the input, when there is one.
    """

    origin: str
    stage: str
    reason: str
    letter_id: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class DecisionNotice:
    """What a regulator decided about one provision; a notice about three is three of these.

    Attributes:
        notice_id: Regulator and the number of the notice: `ico/ic-000000-a0a0`.
        regulator: `ico` (Information Commissioner) or `osic` (Scottish Information Commissioner).
        regime: The statute, set by the regulator and not by the words; None when the notice names none.
        provision: As in `foi_analytics.regimes`; None when the decision is about the request as a whole.
        outcome: One of `NOTICE_OUTCOMES`; None when the notice comes to no formal decision, or its
            words are not known.
        text: The words in which the outcome stands.
        start, end, quote: The evidence, as in `Finding`.
        made_by: Who told the outcome: the regulator's own field (`source:ico`), or a rule.
        authority: Whom the complaint was about; None when the source does not say.
        date: Day of the notice.
        sector: The regulator's own class of authorities.
        summary: The regulator's own summary.
        origin, licence: As in `Letter`.
    """

    notice_id: str
    regulator: str
    regime: str | None
    provision: str | None
    outcome: str | None
    text: str
    start: int
    end: int
    quote: str
    made_by: str
    authority: str | None = None
    date: dt.date | None = None
    sector: str | None = None
    summary: str | None = None
    origin: str | None = None
    licence: str = "unknown"


@dataclass(frozen=True, slots=True)
class ReportedFigure:
    """One number that an authority reports of a year, for comparing a corpus with.

    Attributes:
        authority: Who reports.
        unit: The part of it the number is about; None for the authority as a whole, which includes its units.
        year: The year reported on, as its publisher counts years.
        section: The part of the report.
        measure: What is counted, in the report's own terms.
        category: The exemption or reason it is counted for; None when for none.
        value: The number; None when the report gives words instead.
        words: These words: `LT1` for less than one day.
        source, origin, licence: As in `Letter`.
    """

    authority: str
    unit: str | None
    year: int
    section: str
    measure: str
    category: str | None = None
    value: float | None = None
    words: str | None = None
    source: str = "text"
    origin: str | None = None
    licence: str = "unknown"


@dataclass(frozen=True, slots=True)
class Family:
    """Passages that are copies of one wording.

    Attributes:
        family_id: Kept while the corpus grows.
        tier: `exact` when all members have the same words but for slots (names, dates, references,
            amounts, addresses); `near` when some are edited copies.
        kind: `house_template` (one authority) or `shared_wording` (several).
        part: The kind of `Part` its members mostly stand in.
        canonical: The wording used most, as first written; in brackets what varies in it.
        words: Its number of words.
        passages, letters, authorities: How many members, in how many letters, of how many authorities.
        wordings: How many ways of writing it there are.
        subject: One of `SUBJECTS`: what its members mostly are, by the arguments, grounds and answers found in them.
        provisions: What more than half of its members cite, rely on or argue for, the most frequent first.
        first_letter: The letter it is seen in first.
        first_date, last_date: When it is seen first and last.
        aliases: Ids of families that became one with it.
    """

    family_id: str
    tier: str
    kind: str
    part: str
    canonical: str
    words: int
    passages: int
    letters: int
    authorities: int
    wordings: int
    subject: str
    provisions: tuple[str, ...]
    first_letter: str
    first_date: dt.date | None = None
    last_date: dt.date | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one letter says, every claim with its evidence.

    Attributes:
        letter: The letter that was read.
        kind: One of `LETTER_KINDS`.
        regimes: Statutes the authority says it handled the request under; `none` when it names none.
        own_text_end: Offset at which the authority's own words end.
        outcome: One of `OUTCOMES`.
        outcome_made_by: Rule that decided it.
        parts, citations, exemptions, inferred_exemptions, questions: The findings.
        arguments, cost_estimates: How a refusal is reasoned.
        duties: What its notice owes, met and missing; empty when the letter owes no notice.
        extensions: Notice of more time to answer, under a power that the statute gives.
        ncnd: Whether the authority would neither confirm nor deny holding what was asked for.
        pit: Public interest test: `complete`, `one_sided`, `asserted_only`, `absent` or `na`.
        prejudice: Levels of prejudice claimed: `would`, `likely`, `unspecified`.
        some_not_held: Whether part of what was asked for was said not to be held.
        disposition: What the letter does with the information: the outcome itself or, of an
            internal review, what its answers add up to; `unknown` when it only says that the
            first decision stands.
    """

    letter: Letter
    kind: str
    regimes: tuple[str, ...]
    own_text_end: int
    outcome: str
    outcome_made_by: str = ""
    parts: tuple[Part, ...] = ()
    citations: tuple[Citation, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    inferred_exemptions: tuple[Exemption, ...] = ()
    questions: tuple[Question, ...] = ()
    ncnd: bool = False
    pit: str = "na"
    prejudice: tuple[str, ...] = ()
    some_not_held: bool = False
    arguments: tuple[Argument, ...] = ()
    cost_estimates: tuple[CostEstimate, ...] = ()
    duties: tuple[Duty, ...] = ()
    extensions: tuple[Extension, ...] = ()
    disposition: str = "unknown"

    def marks(self) -> list[highlight.Mark]:
        """Citations and questions as spans to show over the letter's text."""
        marks = [
            highlight.Mark(c.start, c.end, c.role, c.role, f"{', '.join(c.provisions)} · {c.made_by} · {c.score:.2f}")
            for c in self.citations
        ]
        marks += [
            highlight.Mark(q.start, q.end, "question", f"Q{q.number} {q.outcome}", f"{q.made_by} · {q.score:.2f}")
            for q in self.questions
            if q.within == "reply"
        ]
        return marks

    def show(self) -> None:
        """Display the letter with its findings highlighted, in a notebook."""
        from IPython.display import display

        display(self)  # type: ignore[no-untyped-call]

    def _repr_html_(self) -> str:
        pieces = [f"<style>{highlight.CSS}</style>", highlight.to_html(self.letter.text, self.marks())]
        if self.questions:
            asks = [
                (q.number, q.quote, q.outcome, ", ".join(q.exemptions), q.answer_quote or "") for q in self.questions
            ]
            asked = ("", "Asked", "Outcome", "Grounds", "Answered in these words")
            pieces.append(highlight.to_html_table("Questions beside answers", asked, asks))
        if self.duties:
            checks = [(d.duty, ", ".join(d.concerns), "met" if d.met else "missing", d.quote) for d in self.duties]
            columns = ("Imposed by", "For", "In the letter", "In these words, or owed because of these")
            pieces.append(highlight.to_html_table("Refusal notice", columns, checks))
        return "".join(pieces)

    def to_dict(self) -> dict[str, Any]:
        """The reading as `foi read --json` prints it, ready for `json.dumps`."""
        return {
            "id": self.letter.letter_id,
            "kind": self.kind,
            "regimes": list(self.regimes),
            "own_text_end": self.own_text_end,
            "outcome": self.outcome,
            "outcome_made_by": self.outcome_made_by,
            "disposition": self.disposition,
            "citations": [_json(c) for c in self.citations],
            "exemptions": [_json(e) for e in self.exemptions],
            "inferred_exemptions": [_json(e) for e in self.inferred_exemptions],
            "questions": [_question_json(q) for q in self.questions],
            "ncnd": self.ncnd,
            "pit": self.pit,
            "prejudice": list(self.prejudice),
            "some_not_held": self.some_not_held,
            "arguments": [_json(a) for a in self.arguments],
            "cost_estimates": [_json(e) for e in self.cost_estimates],
            "duties": [_json(d) for d in self.duties],
            "extensions": [_json(e) | {"until": e.until and e.until.isoformat()} for e in self.extensions],
            "parts": [_json(p) for p in self.parts],
        }


def _json(finding: Finding) -> dict[str, Any]:
    record = dataclasses.asdict(finding)
    del record["letter_id"]
    return record


def _question_json(question: Question) -> dict[str, Any]:
    record = _json(question)
    record["in"] = record.pop("within")
    start, end, quote = (record.pop(f"answer_{name}") for name in ("start", "end", "quote"))
    record["answer"] = None if start is None else {"start": start, "end": end, "quote": quote}
    return record


_ARROW: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    dt.date: pa.date32(),
}


def arrow_schema(record_type: type) -> pa.Schema:
    """The Arrow schema of a record type, in the order of its fields.

    >>> arrow_schema(Citation).names
    ['letter_id', 'start', 'end', 'quote', 'score', 'made_by', 'provisions', 'role', 'flags', 'scope']
    """
    hints = typing.get_type_hints(record_type)
    fields = dataclasses.fields(record_type)
    return pa.schema([pa.field(f.name, *_arrow_type(hints[f.name])) for f in fields])


def arrow_table(record_type: type, records: Iterable[Any]) -> pa.Table:
    """Records of one type as an Arrow table; an empty one keeps its columns."""
    rows = list(records)
    schema = arrow_schema(record_type)
    columns = [pa.array([getattr(r, name) for r in rows], type=schema.field(name).type) for name in schema.names]
    return pa.Table.from_arrays(columns, schema=schema)


def from_arrow(record_type: type, rows: Iterable[dict[str, Any]]) -> list[Any]:
    """Records of one type from the rows of an Arrow table (`to_pylist`); other columns are left out.

    >>> from_arrow(Problem, arrow_table(Problem, [Problem("a.pdf", "load", "it is empty")]).to_pylist())
    [Problem(origin='a.pdf', stage='load', reason='it is empty', letter_id=None, line=None)]
    """
    names = [f.name for f in dataclasses.fields(record_type)]
    return [record_type(**{name: _frozen(row[name]) for name in names}) for row in rows]


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _arrow_type(hint: Any) -> tuple[pa.DataType, bool]:
    if isinstance(hint, types.UnionType):
        (inner,) = (h for h in typing.get_args(hint) if h is not type(None))
        return _ARROW[inner], True
    if typing.get_origin(hint) is tuple:
        return pa.list_(_ARROW[typing.get_args(hint)[0]]), False
    return _ARROW[hint], False
