"""Components for any spaCy pipeline: citations and questions as span groups, the whole reading on the document.

`nlp.add_pipe("foi_citations")` and `nlp.add_pipe("foi_questions")` need no import: spaCy finds
them by their entry points.  A span covers whole tokens, so it may be a little wider than what
was found; `doc._.foi_reading` has the exact offsets.
"""

from collections.abc import Callable, Iterable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from .reading import read

__all__ = ["foi_citations", "foi_questions"]

_ON_SPANS = ("foi_provisions", "foi_number", "foi_score", "foi_made_by")

Doc.set_extension("foi_reading", default=None, force=True)
for _name in _ON_SPANS:
    Span.set_extension(_name, default=None, force=True)


@Language.factory("foi_citations", assigns=["doc.spans", "doc._.foi_reading", "span._.foi_provisions"])
def foi_citations(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that puts the statutory references of a letter into `doc.spans["foi_citations"]`.

    Args:
        nlp: The pipeline.
        name: What the component is called there.

    Returns:
        The component.  The label of a span is its role; `span._.foi_provisions` are the ids of its
        provisions, `span._.foi_score` and `span._.foi_made_by` say how sure it is and who says so.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("foi_citations")
    >>> doc = nlp("The names are withheld under section 40(2) of the FOI Act.")
    >>> [(span.text, span.label_, span._.foi_provisions) for span in doc.spans["foi_citations"]]
    [('section 40(2)', 'applied', ['foia2000:40(2)'])]
    """

    def component(doc: Doc) -> Doc:
        found = _reading(doc)["citations"]
        _mark(doc, "foi_citations", ((each, each["role"], {"foi_provisions": each["provisions"]}) for each in found))
        return doc

    return component


@Language.factory("foi_questions", assigns=["doc.spans", "doc._.foi_reading", "span._.foi_number"])
def foi_questions(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that puts the questions a letter answers into `doc.spans["foi_questions"]`.

    Args:
        nlp: The pipeline.
        name: What the component is called there.

    Returns:
        The component.  The label of a span is the question's outcome; `span._.foi_number` is its
        number, `span._.foi_provisions` are the ids of its grounds.
    """

    def component(doc: Doc) -> Doc:
        asks = (each for each in _reading(doc)["questions"] if each["in"] == "reply")
        marks = ((q, q["outcome"], {"foi_number": q["number"], "foi_provisions": q["exemptions"]}) for q in asks)
        _mark(doc, "foi_questions", marks)
        return doc

    return component


def _reading(doc: Doc) -> dict[str, Any]:
    """The reading of a document, made once for both components; plain data, as spaCy can store it."""
    if doc._.foi_reading is None:
        doc._.foi_reading = _listed(read(doc.text).to_dict())
    found: dict[str, Any] = doc._.foi_reading
    return found


def _mark(doc: Doc, group: str, marks: Iterable[tuple[dict[str, Any], str, dict[str, Any]]]) -> None:
    spans = []
    for found, label, attributes in marks:
        # None only for offsets outside the text, and findings are never there.
        span: Span = doc.char_span(found["start"], found["end"], label=label, alignment_mode="expand")  # type: ignore[assignment]
        for name, value in (attributes | {"foi_score": found["score"], "foi_made_by": found["made_by"]}).items():
            span._.set(name, value)
        spans.append(span)
    doc.spans[group] = SpanGroup(doc, name=group, spans=spans)


def _listed(value: Any) -> Any:
    """Tuples as lists, as they come back from disk."""
    if isinstance(value, dict):
        return {key: _listed(each) for key, each in value.items()}
    return [_listed(each) for each in value] if isinstance(value, list | tuple) else value
