"""Methodology and accuracy on one page: how figures came about, and how often the reader is wrong."""

import tomllib
from importlib import resources

from ...reading import READER_VERSION
from .book import Book

__all__ = ["SHORTHAND", "WITHHELD", "statement", "statement_text"]

WITHHELD = "[c]"
SHORTHAND = {
    WITHHELD: "withheld because the number is small, or because a withheld number could be found with it",
    "[x]": "not available",
    "[z]": "not applicable",
}
"""The shorthand of the Government Analysis Function for cells without a number."""

_FIGURES = {
    "exemptions.section": "sections relied on, by letter (F1)",
    "citations.applied_vs_not_accuracy": "relied on or only named (share right)",
    "letter.kind_accuracy": "kind of letter (share right)",
    "letter.outcome_accuracy": "outcome of a letter (share right)",
    "letter.ncnd": "neither confirm nor deny, by letter (F1)",
    "questions.outcome_accuracy": "outcome of a question (share right)",
}


def statement(book: Book) -> list[tuple[str, list[str]]]:
    """The page, as headings with their paragraphs.

    Args:
        book: What is published.

    >>> from .book import Book
    >>> [heading for heading, _ in statement(Book("x", "Requests", "letters", "2024", (), ()))]
    ['What this is', 'How it was counted', 'How accurate it is', 'What is not a number']
    """
    data = tomllib.loads(resources.files(__package__).joinpath("accuracy.toml").read_text(encoding="utf-8"))
    measured = [f"{_FIGURES[name]}: {value:.2f}" for name, value in data["figures"].items()]
    return [
        ("What this is", [book.title, f"Source: {book.source}", f"Chosen: {book.chosen}"]),
        (
            "How it was counted",
            [
                f"Each letter was read by the rules and models of foi_analytics, reader {READER_VERSION}; what it says "
                "was done is recorded, and not whether that was lawful. Every number opens its letters.",
                *book.notes,
            ],
        ),
        (
            "How accurate it is",
            [
                f"Measured on {data['letters']} letters that no rule was written on (invented letters, made to be "
                f"awkward; {data['measured']:%-d %B %Y}): {'; '.join(measured)}.",
                "Figures counted from letters are not corrected for these errors. What comes from a case register is "
                "as right as the register.",
                "A published corpus is no register and no sample of one: refusals and withdrawn requests are published "
                "less often.",
            ],
        ),
        ("What is not a number", [f"{sign} {meaning}." for sign, meaning in SHORTHAND.items()]),
    ]


def statement_text(book: Book) -> str:
    """The page as Markdown, without its title."""
    return "".join(
        f"\n## {heading}\n\n" + "".join(f"- {line}\n" for line in lines) for heading, lines in statement(book)
    )
