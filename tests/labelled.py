"""A labelled letter in the markup of the gold set, to be changed by the tests."""

from foi_analytics.evaluation import LabelledLetter, compile_letter

FRONT = """id = "x-01"
authority = "X"
authority_type = "police"
split = "train"
kind = "response"
regimes = ["foia2000"]
outcome = "full_refusal"
ncnd = false
pit = "na"
prejudice = []
exemptions = ["foia2000:40(2)"]
questions = [{ number = "1", outcome = "full_refusal", exemptions = ["foia2000:40(2)"] }]"""
TEXT = "⟦q:1|Names⟧ of staff?\n⟦a:1|Exempt, ⟦c:applied foia2000:40(2)|s.40(2)⟧.⟧"


def source(front: str = FRONT, text: str = TEXT) -> str:
    return f"+++\n{front}\n+++\n=== text\n{text}\n"


def letter(number: int = 1, authority: str = "X", text: str = TEXT, **front: str) -> LabelledLetter:
    """The letter with another number and authority, and with fields of its front matter changed."""
    lines = FRONT.replace("x-01", f"x-{number:02}").replace('"X"', f'"{authority}"').splitlines()
    lines = [f"{name} = {front.pop(name)}" if (name := line.split(" = ")[0]) in front else line for line in lines]
    lines += [f"{name} = {value}" for name, value in front.items()]
    return compile_letter(source("\n".join(lines), text), "x.txt")
