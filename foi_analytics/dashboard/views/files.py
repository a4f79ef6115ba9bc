"""Letters of one's own, read there and then."""

import streamlit as st

from ...formats import formats
from ...naming import OUTCOME_LABELS, cited_as, counted
from ...records import Problem, Reading
from ..figures import Cells, day, table
from ..filters import Filters
from ..reader import place_in_page, show_reading
from ..tables import Tables
from ..uploads import (
    LIMITS,
    MOST_CHARACTERS,
    MOST_LETTERS,
    Uploaded,
    read_sample,
    read_uploads,
    sample_is_there,
)
from ..wording import plain, spoken

__all__ = ["TITLE", "WITHOUT_CORPUS", "show"]

TITLE = "Your files"
WITHOUT_CORPUS = True
"""The page speaks of no corpus, and opens without one."""
_SAMPLE = "sample"
_READ = "uploaded"
_MEGABYTE = 1_000_000
_MOST_PROBLEMS = 100
_FEW = 10


def show(_: Tables | None, __: Filters) -> None:
    """Draw the page."""
    st.title("Read letters of your own")
    st.markdown(
        "The letters are read on the machine that runs this dashboard and are sent nowhere. They are not added to the "
        "corpus, and are kept in memory only while this browser tab is open."
    )
    files = st.file_uploader(
        "Letters, or archives, mailboxes and tables of them",
        accept_multiple_files=True,
        key="files",
        max_upload_size=LIMITS.max_file // _MEGABYTE,
    )
    st.caption(_limits())
    uploaded = _uploaded(files)
    if uploaded is None:
        st.info("Choose files above, or see what the page shows of the sample letters.")
    else:
        _show_uploaded(uploaded)


def _limits() -> str:
    kinds = ", ".join(plain(each.name) for each in formats())
    return (
        f"{kinds}. Up to {LIMITS.max_file // _MEGABYTE} MB a file; {MOST_LETTERS:,} letters of together "
        f"{MOST_CHARACTERS // 1_000_000} million characters are read here, and more with `foi load` and `foi analyse`."
    )


def _uploaded(files: "list[st.runtime.uploaded_file_manager.UploadedFile]") -> Uploaded | None:
    """What the chosen files hold, else the sample letters when they are asked for; read once, kept in the session."""
    wanted = tuple(file.file_id for file in files) or _SAMPLE
    known: object
    uploaded: Uploaded | None
    known, uploaded = st.session_state.get(_READ, (None, None))
    asked = not files and sample_is_there() and st.button("Read the sample letters")
    if known == wanted:
        return uploaded
    if not files and not asked:
        st.session_state.pop(_READ, None)
        return None
    with st.spinner("Reading the letters…"):
        uploaded = read_uploads((file.name, file.getvalue()) for file in files) if files else read_sample()
    st.session_state[_READ] = (wanted, uploaded)
    return uploaded


def _show_uploaded(uploaded: Uploaded) -> None:
    readings = uploaded.readings
    st.subheader(counted(len(readings), "letter"), anchor=False)
    if uploaded.cut_short:
        st.warning(f"Only the first {counted(len(readings), 'letter')} were read; load the rest into a corpus.")
    if uploaded.problems:
        _show_problems(uploaded.problems)
    if not readings:
        st.info("None of these files holds a letter that can be read.")
        return
    with st.expander("All of them as a table", expanded=1 < len(readings) <= _FEW):
        table([_letter_cells(reading) for reading in readings], alt="Letters read, and what each says")
    chosen = st.selectbox(
        "Letter to show",
        range(len(readings)),
        format_func=lambda n: f"{n + 1}. {spoken(plain(_name(readings[n]), 90))}",
        key="uploaded_letter",
        required=True,
    )
    if chosen is not None and chosen < len(readings):
        show_reading(readings[chosen], place_in_page(readings[chosen]))


def _show_problems(problems: tuple[Problem, ...]) -> None:
    st.markdown(f"**{counted(len(problems), 'problem')}**")
    rows = [
        {"File": plain(each.origin, 90), "Line": f"{each.line or '–'}", "Reason": plain(each.reason, 300)}
        for each in problems[:_MOST_PROBLEMS]
    ]
    table(rows, alt="What could not be read, and why")
    if len(problems) > len(rows):
        st.caption(f"The first {len(rows)} of them.")


def _name(reading: Reading) -> str:
    return reading.letter.title or reading.letter.origin or reading.letter.letter_id


def _letter_cells(reading: Reading) -> Cells:
    letter = reading.letter
    grounds = dict.fromkeys(cited_as(e.provision) for e in (*reading.exemptions, *reading.inferred_exemptions))
    return {
        "Letter": plain(_name(reading), 90),
        "File": "the same" if _name(reading) == letter.origin else plain(letter.origin, 60),
        "Date": day(letter.date),
        "Outcome": OUTCOME_LABELS.get(reading.outcome, plain(reading.outcome)),
        "Relied on": plain(", ".join(grounds)) or "–",
    }
