"""Where letters come from: nothing readable is lost, everything else is listed with its reason."""

import datetime as dt
import io
import json
import os
import pickle
import subprocess
import sys
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letter_files import WORDS, docx, eml, mbox, paragraph, parquet, pdf, xlsx, zip_of

from foi_analytics.errors import UsageError
from foi_analytics.records import Letter, Problem, Request
from foi_analytics.sources import guess_columns, guess_kind, load, open_source
from foi_analytics.sources.asks import asked_before
from foi_analytics.sources.dates import parse_day, stated_day

ASK = "Dear Brackenshire,\nPlease provide:\n1. the cost of the footbridge\n2. the date it opens\nYours,\nA. Sker"


def _load(path, kind="auto", **options):
    """Letters and problems of a path."""
    items = list(load(open_source(kind, path, **options)))
    return [each for each in items if isinstance(each, Letter)], [each for each in items if isinstance(each, Problem)]


def _write(folder, files):
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


# Folders


def _hostile_folder(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("not yours")
    folder = _write(
        tmp_path / "inbox",
        {
            "broken.pdf": pdf(WORDS)[:400],
            "empty.docx": b"",
            "binary.txt": os.urandom(5000),
            "windows.txt": "It costs £5 – “final”".encode("cp1252"),
            "bomb.zip": zip_of({"bomb.txt": bytes(50_000_000), "beside.txt": "Beside the bomb."}),
            "paths.zip": zip_of({"../../escaped.txt": "out", "/tmp/foi-escaped.txt": "out", "inside.txt": "Inside."}),
            "nested.zip": zip_of(
                {"1.zip": zip_of({"2.zip": zip_of({"3.zip": zip_of({"4.zip": zip_of({"x": "y"})})})})}
            ),
            "sub/letter.docx": docx(paragraph("A letter below.")),
            ".DS_Store": b"\0\0\0\1Bud1",
        },
    )
    with (folder / "huge.txt").open("wb") as huge:
        huge.write(b"All work and no play. " * 4000)
        huge.truncate(200_000_000)
    (folder / "link.txt").symlink_to(outside / "secret.txt")
    (folder / "linked").symlink_to(outside, target_is_directory=True)
    (folder / "dangling.txt").symlink_to(folder / "gone.txt")
    return folder


REASONS = {
    "broken.pdf": "broken",
    "empty.docx": "empty",
    "binary.txt": "no letter comes in",
    "huge.txt": "200,000,000 bytes",
    "bomb.zip/bomb.txt": "zip bombs",
    "paths.zip/../../escaped.txt": "out of the zip",
    "paths.zip//tmp/foi-escaped.txt": "out of the zip",
    "nested.zip/1.zip/2.zip/3.zip/4.zip": "nested more than 3 deep",
    "link.txt": "link out of the folder",
    "linked": "link out of the folder",
    "dangling.txt": "link to nothing",
}


def test_a_hostile_folder_costs_nothing_but_its_hostile_files(tmp_path):
    folder = _hostile_folder(tmp_path)
    before = set(tmp_path.rglob("*"))
    # In a process of its own, so that what it used is what these files made it use.
    script = textwrap.dedent("""
        import pathlib, pickle, re, resource, sys
        from foi_analytics.sources import load, open_source
        items = list(load(open_source("auto", sys.argv[1])))
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        status = pathlib.Path("/proc/self/status")
        if status.exists():  # on Linux the figure above begins with what the parent used
            used = int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]) * 1024
        sys.stdout.buffer.write(pickle.dumps((items, used)))
    """)
    ran = subprocess.run([sys.executable, "-c", script, folder], check=True, capture_output=True, timeout=300)
    items, used = pickle.loads(ran.stdout)
    problems = {each.origin: each.reason for each in items if isinstance(each, Problem)}
    assert {each.text for each in items if isinstance(each, Letter)} == {
        *("It costs £5 – “final”", "Beside the bomb.", "Inside.", "A letter below.")
    }
    assert problems.keys() == REASONS.keys()
    assert all(REASONS[origin] in reason for origin, reason in problems.items())
    assert used < 1_000_000_000
    assert set(tmp_path.rglob("*")) == before


def test_locked_pdf_is_listed_beside_the_others(tmp_path):
    pikepdf = pytest.importorskip("pikepdf")
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(WORDS))) as document:
        document.save(buffer, encryption=pikepdf.Encryption(user="open", owner="sesame"))
    _write(tmp_path, {"locked.pdf": buffer.getvalue(), "open.pdf": pdf(WORDS)})
    (letter,), (problem,) = _load(tmp_path)
    assert letter.origin == "open.pdf"
    assert problem.origin == "locked.pdf" and "password" in problem.reason


def test_an_archive_stops_at_its_budget(tmp_path):
    from foi_analytics.formats import Limits

    _write(tmp_path, {"many.zip": zip_of({f"{n}.txt": f"Letter {n}." for n in range(9)})})
    letters, (problem,) = _load(tmp_path, limits=Limits(max_members=5, max_unpacked=10_000))
    assert len(letters) == 5
    assert "more than 5 members" in problem.reason


def test_the_same_bytes_are_one_letter_with_all_its_places(tmp_path):
    reply = docx(paragraph(WORDS))
    _write(tmp_path, {"a.docx": reply, "b/again.docx": reply, "c.zip": zip_of({"reply.docx": reply}), "d.txt": WORDS})
    letters, problems = _load(tmp_path)
    assert not problems
    assert [(each.origin, each.found_at) for each in letters] == [
        ("a.docx", ("b/again.docx", "c.zip/reply.docx")),
        ("d.txt", ()),
    ]


def test_what_was_found_says_when_it_has_changed(tmp_path):
    def versions():
        return {stub.origin: stub.version for stub in open_source("auto", tmp_path).discover()}

    _write(tmp_path, {"a.txt": WORDS, "b.txt": "Other words."})
    before = versions()
    assert before == versions()
    (tmp_path / "b.txt").write_text("New words.")
    assert [origin for origin, version in versions().items() if before[origin] != version] == ["b.txt"]


def test_a_letter_knows_its_pages_and_place(tmp_path):
    _write(tmp_path, {"reply.pdf": pdf("Page one.", "Page two.")})
    (letter,), _ = _load(tmp_path, authority="Brackenshire", licence="assumed: OGL 3.0")
    assert letter.text[letter.page_starts[1] :] == "Page two."
    assert (letter.authority, letter.licence, letter.media_type) == (
        "Brackenshire",
        "assumed: OGL 3.0",
        "application/pdf",
    )


# Tables


@pytest.mark.parametrize("write", ["csv", "xlsx", "jsonl", "parquet"])
def test_the_same_table_in_every_format_gives_the_same_letters(tmp_path, write):
    rows = [
        {
            "Reference": "001",
            "Our response": "Yes.",
            "Request": "Is it?",
            "Date closed": "25/12/2023",
            "Status": "Disclosed in full",
        },
        {
            "Reference": "002",
            "Our response": "No.",
            "Request": "Was it?",
            "Date closed": "02/01/2024",
            "Status": "Not held",
        },
    ]
    cells = [list(rows[0]), *(list(row.values()) for row in rows)]
    data = {
        "csv": lambda: "\n".join(",".join(line) for line in cells).encode(),
        "xlsx": lambda: xlsx([["Disclosure log"], *cells]),
        "jsonl": lambda: "\n".join(map(json.dumps, rows)).encode(),
        "parquet": lambda: parquet(rows),
    }[write]()
    _write(tmp_path, {f"log.{write}": data})
    letters, problems = _load(tmp_path / f"log.{write}", "table")
    assert not problems
    assert [(each.letter_id, each.text, each.request, each.date, each.source_outcome) for each in letters] == [
        ("001", "Yes.", "Is it?", dt.date(2023, 12, 25), "Disclosed in full"),
        ("002", "No.", "Was it?", dt.date(2024, 1, 2), "Not held"),
    ]
    assert letters[0].case_id == "001"


def test_a_messy_log_is_read_and_its_mapping_shown(tmp_path, caplog):
    log = (
        "\ufeffBrackenshire disclosure log,,,\nExtracted 01/03/2024,,,\n,,,\n"
        "Reference,Date closed,Reply,Officer\n"
        '24001,45300,"- Three.\n- No.",x\n24002,13/02/2024,,x\n24001,14/02/2024,A second reply.,x\n'
        "Reference,Date closed,Reply,Officer\n24003,n/a,Late.,x\nTotal,4,,\n"
    )
    _write(tmp_path, {"log.csv": log.encode()})
    with caplog.at_level("INFO", "foi_analytics"):
        letters, problems = _load(tmp_path, "table")
    assert [(each.letter_id, each.date and each.date.isoformat(), each.text) for each in letters] == [
        ("24001", "2024-01-09", "- Three.\n- No."),
        (letters[1].letter_id, "2024-02-14", "A second reply."),
        ("24003", None, "Late."),
    ]
    assert letters[1].letter_id.startswith("24001#")
    assert [(each.line, each.letter_id) for each in problems] == [(7, "24002"), (11, "Total")]
    assert "text=Reply, id=Reference, date=Date closed" in caplog.text


def test_a_table_without_letters_says_which_columns_it_has_and_can_be_told(tmp_path):
    _write(tmp_path, {"log.csv": "Ref,Words\n7,Yes.\n"})
    letters, (problem,) = _load(tmp_path)
    assert not letters
    assert "columns Ref, Words" in problem.reason and "--column text=" in problem.reason
    (letter,), _ = _load(tmp_path, columns={"text": "Words"})
    assert (letter.letter_id, letter.text) == ("7", "Yes.")
    _, (problem,) = _load(tmp_path, columns={"text": "Wrods"})
    assert "no column 'Wrods'" in problem.reason


def test_rows_without_ids_are_told_apart_by_table_and_row(tmp_path):
    _write(tmp_path, {"a.csv": "text,date\nYes.,01/02/2024\nYes.,01/02/2024\n", "b.csv": "text,date\nYes.,x\n"})
    letters, _ = _load(tmp_path)
    assert len({each.letter_id for each in letters}) == 3


def test_an_empty_text_is_a_letter_and_a_missing_one_a_problem(tmp_path):
    _write(tmp_path, {"in.jsonl": '{"id": "1", "text": ""}\n{"id": "2"}\n{"id": "3", "text": 5}\n'})
    (letter,), problems = _load(tmp_path)
    assert (letter.letter_id, letter.text) == ("1", "")
    assert [each.letter_id for each in problems] == ["2", "3"]


def test_month_first_is_told_by_the_column_and_day_first_is_assumed(tmp_path):
    _write(
        tmp_path,
        {"us.csv": "id,text,date\n1,a,02/03/2024\n2,b,02/25/2024\n", "uk.csv": "id,text,date\n3,c,02/03/2024\n"},
    )
    letters, _ = _load(tmp_path)
    assert {each.letter_id: each.date.isoformat() for each in letters} == {
        "1": "2024-02-03",
        "2": "2024-02-25",
        "3": "2024-03-02",
    }
    letters, _ = _load(tmp_path / "uk.csv", day_first=False)
    assert letters[0].date == dt.date(2024, 2, 3)


@given(st.dates(dt.date(1960, 1, 1), dt.date(2078, 1, 1)), st.booleans())
def test_a_day_is_read_however_it_is_written(day, day_first):
    numbers = f"{day:%d/%m/%Y}" if day_first else f"{day:%m/%d/%Y}"
    serial = (day - dt.date(1899, 12, 30)).days
    for written in (
        day,
        day.isoformat(),
        f"{day}T10:00:00+01:00",
        numbers,
        f"{day:%d %B %Y}",
        f"{day:%B %d, %Y}",
        serial,
    ):
        assert parse_day(written, day_first=day_first) == day


def test_a_column_is_the_persons_choice_before_a_guess():
    assert guess_columns(["Text", "Response"], {"text": "Response"}).fields["text"] == ("Response",)
    with pytest.raises(UsageError, match="no field 'body'"):
        guess_columns(["Text"], {"body": "Text"})


# Request threads


def _event(kind, text, number, day="2024-02-12"):
    return {"type": kind, "message_id": number, "created_at": f"{day}T23:30:00.000+00:00", "content": text}


def _thread(*events, **fields):
    thread = {"id": 7, "title": "Footbridge", "display_status": "Refused", "law_used": "foi", "events": list(events)}
    return json.dumps({**thread, **fields}, indent=1)


def test_every_incoming_message_of_a_thread_is_a_letter_with_its_request(tmp_path):
    thread = _thread(
        _event("outgoing", [ASK], 1),
        _event("incoming", ["We have received it."], 2, "2024-02-13"),
        _event("outgoing", ["Thank you for your reply."], 3),
        _event("incoming", [], 4),
        _event("outgoing", ["I would like the following information:\n1. the length\n2. the width"], 5),
        _event("incoming", ["It is 40 m.", "It is 3 m."], 6),
        "not an event",
    )
    _write(tmp_path, {"requests/7.json": thread, "requests/8.json": _thread(_event("outgoing", [ASK], 9), id=8)})
    letters, (problem,) = _load(tmp_path, "threads", authority="Brackenshire")
    assert [(each.letter_id, each.text) for each in letters] == [
        ("threads/7/2", "We have received it."),
        ("threads/7/4", ""),
        ("threads/7/6", "It is 40 m.\n\nIt is 3 m."),
    ]
    assert [each.request for each in letters[:2]] == [ASK, ASK]
    assert letters[2].request.startswith("I would like")
    assert {(each.case_id, each.source_outcome, each.authority) for each in letters} == {
        ("threads/7", "Refused", "Brackenshire")
    }
    assert letters[0].date == dt.date(2024, 2, 13)
    assert "event 7" in problem.origin


def test_a_request_tells_when_its_requester_wrote_again(tmp_path):
    later = [_event("outgoing", ["And?"], 3, "2024-03-20"), _event("outgoing", ["I mean 2023."], 2, "2024-03-08")]
    thread = _thread(_event("outgoing", [ASK], 1), _event("incoming", ["Which year?"], 4), *later)
    _write(tmp_path, {"7.json": thread})
    (request,) = [each for each in load(open_source("threads", tmp_path)) if isinstance(each, Request)]
    assert (request.date, request.later) == (dt.date(2024, 2, 12), (dt.date(2024, 3, 8), dt.date(2024, 3, 20)))


@pytest.mark.parametrize(
    "later",
    [
        "Thanks.",
        "This is overdue. When will I hear?\n1. cost\n2. date",
        "I am writing to request an internal review of:\n1. the cost\n2. the date",
        "My full name is A. Sker.",
    ],
)
def test_thanks_chasers_and_reviews_do_not_replace_the_request(later):
    assert asked_before([ASK, later]) == ASK


def test_communications_give_the_message_and_the_file(tmp_path):
    records = [
        {"tid": 1, "cid": 2, "communication": "See the letter.", "file_text": "The letter.", "status": "rejected"},
        {"tid": 1, "cid": 3, "communication": "\n", "file_text": "Only a file."},
        {"tid": 1, "cid": 4, "communication": "", "file_text": ""},
    ]
    _write(tmp_path, {"us.json": json.dumps(records)})
    letters, problems = _load(tmp_path)
    assert not problems
    assert {each.letter_id.removeprefix("communications/"): each.text for each in letters} == {
        "1/2": "See the letter.",
        "1/2/file": "The letter.",
        "1/3/file": "Only a file.",
        "1/4": "",
    }


# E-mail


def _mails():
    ask = eml(ASK, sender="asker@example.org", message_id="ask@example.org", date="Mon, 1 Jan 2024 09:00:00 +0000")
    reply = eml(
        "The reply is enclosed.",
        answers="ask@example.org",
        subject="Re: Footbridge",
        files={"reply.docx": docx(paragraph("We hold it.")), "logo.png": b"\x89PNG\r\n\x1a\n" + bytes(99)},
    )
    thanks = eml(
        "Thanks.",
        sender="asker@example.org",
        message_id="thanks@example.org",
        answers="reply@brackenshire.example",
        date="Tue, 13 Feb 2024 09:00:00 +0000",
    )
    return ask, reply, thanks


@pytest.mark.parametrize("together", [True, False])
def test_mail_threads_run_across_files_and_through_mailboxes(tmp_path, together):
    ask, reply, thanks = _mails()
    if together:
        _write(tmp_path, {"box.mbox": mbox(thanks, reply, ask)})
    else:
        _write(tmp_path, {"1.eml": reply, "sub/2.eml": ask, "3.txt": thanks, "copy/1.eml": reply})
    letters, (problem,) = _load(tmp_path)
    case = "mail/ask@example.org"
    assert [(each.letter_id, each.text.strip()) for each in letters] == [
        (f"{case}/reply@brackenshire.example", "The reply is enclosed."),
        (f"{case}/reply@brackenshire.example/1", "We hold it."),
    ]
    assert {(each.case_id, each.request.strip(), each.authority, str(each.date)) for each in letters} == {
        (case, ASK, "brackenshire.example", "2024-02-12")
    }
    assert "logo.png" in problem.origin
    (request,) = [each for each in load(open_source("auto", tmp_path)) if isinstance(each, Request)]
    assert (str(request.date), request.later) == ("2024-01-01", (dt.date(2024, 2, 13),))


def test_mail_without_references_joins_by_subject_and_a_lone_mail_is_a_letter(tmp_path):
    ask = eml(ASK, sender="asker@example.org", message_id="ask@example.org", date="Mon, 1 Jan 2024 09:00:00 +0000")
    reply = eml("It costs £5.", subject="RE: footbridge", message_id="")
    lone = eml("About another thing.", subject="Bins", message_id="lone@brackenshire.example")
    _write(tmp_path, {"ask.eml": ask, "reply.eml": reply, "lone.eml": lone})
    letters, _ = _load(tmp_path, "mail", authority="Brackenshire")
    assert {each.text.strip(): (each.request or "").strip() for each in letters} == {
        "It costs £5.": ASK,
        "About another thing.": "",
    }


# Kinds


def test_a_kind_reads_its_own_and_lists_the_rest(tmp_path):
    _write(tmp_path, {"a.txt": WORDS, "b.csv": "id,text\n1,Yes.\n", "c.json": _thread(_event("incoming", ["Yes."], 1))})
    _write(tmp_path, {"d.eml": eml("No.")})
    for kind, origin in [("table", "b.csv"), ("threads", "c.json"), ("mail", "d.eml")]:
        (letter,), problems = _load(tmp_path, kind)
        assert letter.origin.startswith(origin)
        assert len(problems) == 3
        assert all("foi load" in each.reason for each in problems)
    assert len(_load(tmp_path)[0]) == 4


def test_the_kind_of_a_path_is_guessed(tmp_path):
    _write(tmp_path, {"a.txt": WORDS, "b.csv": "id,text\n1,Yes.\n", "c.json": _thread(), "d.mbox": mbox(eml("No."))})
    _write(tmp_path, {"e.zip": zip_of({"a.txt": WORDS}), "f.bin": bytes(99)})
    guesses = {path.name[0]: guess_kind(path) for path in tmp_path.iterdir()}
    assert guesses == {"a": "files", "b": "table", "c": "threads", "d": "mail", "e": "auto", "f": "files"}
    assert guess_kind(tmp_path) == "auto"
    with pytest.raises(UsageError, match="no file or folder"):
        guess_kind(tmp_path / "nowhere")


def test_letters_can_be_stored(tmp_path):
    from foi_analytics.records import arrow_table

    _write(tmp_path, {"a.jsonl": json.dumps({"id": "1", "text": "half a pair \ud83d and mojibake itâ€™s"}) + "\n"})
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(WORDS)
    letters, _ = _load(tmp_path)
    assert arrow_table(Letter, letters).num_rows == 2
    assert letters[0].text == "half a pair \ufffd and mojibake it’s"


# Real files


def test_no_letter_of_the_real_threads_is_lost(shared):
    folder = shared / "corpus" / "threads"
    events = [
        (thread["id"], event["message_id"], "\n\n".join(event["content"]))
        for thread in map(json.loads, (path.read_text() for path in folder.glob("*.json")))
        for event in thread["events"]
        if event["type"] == "incoming"
    ]
    letters, problems = _load(folder, "threads", authority="A council")
    assert not problems
    found = {each.letter_id: each.original or each.text for each in letters}
    assert found == {f"threads/{case}/{message}": text for case, message, text in events}


def test_the_seed_page_is_its_text(shared):
    path = shared / "corpus" / "seed" / "000_0004b5b6b5d866e7.txt"
    (letter,), _ = _load(path)
    assert letter.text == path.read_bytes().decode()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Our ref: 12\n9 November 2023\n\nDear A", dt.date(2023, 11, 9)),
        ("Ref 12      Date    4th October 2017\nDear A", dt.date(2017, 10, 4)),
        ("Date:\n\n12/09/2017\nDear A", dt.date(2017, 9, 12)),
        ("Mr D Crake\t\t\t\t26 September 2017\n\nRequest 4", dt.date(2017, 9, 26)),
        ("m/r 45 Direct Dial 20\ny/r Date 4 October 2017\nDear A", dt.date(2017, 10, 4)),
        ("November 21, 2019\n\nBy e-mail", dt.date(2019, 11, 21)),
        ("We wrote that the due date\nis the due date 4 October 2017\n", None),
        ("Dear A\nThank you for your letter dated 3 May 2023.", None),
        ("Dear A\nOn 3 May 2023 you wrote.", None),
        ("31 February 2023\nDear A", None),
    ],
)
def test_the_day_a_letter_states(text, day):
    assert stated_day(text) == day
