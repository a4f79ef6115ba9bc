"""The few shapes a letter's words take: headings, paragraphs, bullets, quotations, tables, boxes.

Blocks are separated by blank lines; a line break inside one is a line break in the letter.  The
first characters say the shape: `# ` heading, `- ` bullets, `> ` quotation, `|` table rows (the
first is the heading row), `:::` a text box.
"""

from dataclasses import dataclass

__all__ = ["Block", "blocks"]

_SHAPES = {"# ": "heading", "- ": "bullets", "> ": "quotation", "|": "table", "::: ": "box"}


@dataclass(frozen=True)
class Block:
    """One block and its lines, the marks of its shape taken off."""

    shape: str
    lines: tuple[str, ...]

    @property
    def rows(self) -> list[list[str]]:
        """The cells of a table, row by row."""
        return [[cell.strip() for cell in line.strip("|").split("|")] for line in self.lines]


def blocks(body: str) -> list[Block]:
    r"""The blocks of a message's words.

    >>> [b.shape for b in blocks("# Decision\n\nDear Ms Oyle,\n\n- one\n- two")]
    ['heading', 'paragraph', 'bullets']
    """
    return [_block(chunk.strip("\n").split("\n")) for chunk in body.split("\n\n") if chunk.strip()]


def _block(lines: list[str]) -> Block:
    for mark, shape in _SHAPES.items():
        if lines[0].startswith(mark):
            return Block(shape, tuple(line if shape == "table" else line.removeprefix(mark) for line in lines))
    return Block("paragraph", tuple(lines))
