"""The passage of a reply that answers an ask."""

from dataclasses import dataclass

__all__ = ["Answer", "Span", "joined_words"]

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Answer:
    """The passage that answers an ask.

    Attributes:
        spans: Where it stands in the reply, in order; empty when only its head is there.
        own: Whether it speaks of particular asks, not of the whole letter.
        shared: Indexes of all asks that share this passage.
        rule: How it was matched.
    """

    spans: tuple[tuple[int, int], ...]
    own: bool
    shared: tuple[int, ...]
    rule: str

    @property
    def main(self) -> tuple[int, int]:
        """The longest of its spans; (0, 0) when there is none."""
        return max(self.spans, key=lambda s: s[1] - s[0], default=(0, 0))

    def holds(self, offset: int) -> bool:
        """Whether an offset lies inside it."""
        return any(a <= offset < b for a, b in self.spans)

    def words(self, text: str) -> str:
        """Its words, span after span."""
        return joined_words(text, self.spans)


def joined_words(text: str, spans: tuple[Span, ...]) -> str:
    """The words of several spans as one text, a paragraph each.

    Args:
        text: The text the spans point into.
        spans: The spans, in order.
    """
    return "\n\n".join(text[a:b] for a, b in spans)
