import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foi_analytics.anatomy import dissect, find_lines, find_marker, find_sentences, letter_kind, own_text_end
from foi_analytics.records import LETTER_KINDS

DISCLAIMER = "This e-mail and any attachments are confidential and meant for the person named in it."


def lines(text):
    return [" ".join(text[x.start : x.end].split()) for x in find_lines(text)]


def sentences(text):
    return [text[a:b] for a, b in find_sentences(text, find_lines(text))]


def kinds(text):
    anatomy = dissect(text)
    return {text[x.start : x.end]: kind for x, kind in zip(anatomy.lines, anatomy.kinds, strict=True)}


# Lines and sentences -----------------------------------------------------------------------


def test_wrapped_lines_are_joined_and_short_ones_are_not():
    text = (
        "We have searched the files of the parks team and those of the contractor and\n"
        "found nothing. The search took two officers most of a morning to complete in\n"
        "full.\nYes\nNo\n"
    )
    assert lines(text)[1:] == ["Yes", "No"]


def test_a_list_marker_always_begins_a_line():
    text = "The figures for the two years that you have asked about are set out in the\n1. list below\n2) and here"
    assert lines(text)[1:] == ["1. list below", "2) and here"]


def test_a_citation_at_the_start_of_a_line_is_not_swallowed_by_the_heading_above():
    assert lines("Key to the table\ns40(2) = somebody's personal data")[0] == "Key to the table"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Under s. 40(2) we refuse. Nothing else is held.", ["Under s. 40(2) we refuse.", "Nothing else is held."]),
        ("Our ref. no. 12/3 applies. Thank you.", ["Our ref. no. 12/3 applies.", "Thank you."]),
        (
            "See reg. 12(5)(e), e.g. prices. Mr. A. Brook wrote it.",
            ["See reg. 12(5)(e), e.g. prices.", "Mr. A. Brook wrote it."],
        ),
        ("Is it held? No.", ["Is it held?", "No."]),
        ("£3.50 a head. 12 were sold.", ["£3.50 a head.", "12 were sold."]),
    ],
)
def test_sentences_survive_abbreviations(text, expected):
    assert sentences(text) == expected


@given(st.text(max_size=300))
def test_lines_and_sentences_stand_in_order_and_lose_no_word(text):
    found = find_lines(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert "".join("".join(text[x.start : x.end].split()) for x in found) == "".join(text.split())
    spans = list(find_sentences(text, found))
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("line", "kind", "label"),
    [
        ("1. How many", "number", "1"),
        ("1) How many", "number", "1"),
        ("12 - How many", "number", "12"),
        ("(3) How many", "number", "3"),
        ("Q1 How many", "number", "1"),
        ("Q.2: How many", "number", "2"),
        ("Question 3 – How many", "number", "3"),
        ("Point 4: how many", "number", "4"),
        ("2a) which", "number", "2a"),
        ("2.C How many", "number", "2c"),
        ("1.1 How many", "number", "1.1"),
        ("a) which", "letter", "a"),
        ("(b) which", "letter", "b"),
        ("ii) which", "roman", "ii"),
        ("(iv) which", "roman", "iv"),
        ("• which", "bullet", ""),
        ("- which", "bullet", ""),
    ],
)
def test_markers_of_every_style(line, kind, label):
    marker = find_marker(line, 0, len(line))
    assert marker is not None
    assert (marker.kind, marker.label) == (kind, label)
    assert line[marker.end :].lower() in ("how many", "which")


@pytest.mark.parametrize(
    "line", ["2023 was dry", "A tiered list", "i.e. the cost", "12.5 tonnes", "Queries go here", "£4.20"]
)
def test_words_and_figures_are_no_markers(line):
    assert find_marker(line, 0, len(line)) is None


# Own words ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "boundary",
    [
        "From: A Person <a@mail.example>\nSent: 4 May 2024 10:11\nTo: FOI\nSubject: a request\n\nPlease send it.",
        "-----Original Message-----\nFrom: A Person\nPlease send it.",
        "---------- Forwarded message ---------\nPlease send it.",
        "On 4 May 2024 at 10:11, A Person <a@mail.example> wrote:\n> Please send it.",
        "On Sat, 4 May 2024, A Person\nwrote:\n> Please send it.",
        "> Please send it.\n> Thank you.\n",
        "show quoted sections",
        "Begin forwarded message:\nFrom: A Person\nPlease send it.",
    ],
)
def test_own_words_end_at_earlier_mail(boundary):
    own = f"Dear A Person\nWe hold nothing on this.\nKind regards\nFOI team\n{DISCLAIMER}\n"
    text = own + boundary
    assert own_text_end(text) == pytest.approx(len(own), abs=2)


def test_a_header_that_opens_the_letter_is_its_own():
    text = "From: FOI team\nSent: 4 May 2024\nTo: A Person\nSubject: your request\n\nDear A Person, we hold nothing on this."
    assert own_text_end(text) == len(text)


def test_an_answer_below_quoted_questions_is_own_text():
    text = "> How many bins do you empty?\nWe empty 4,000 bins.\n> How often?\nEvery second week, on a Tuesday."
    assert own_text_end(text) == len(text)


def test_a_disclaimer_is_still_the_authoritys_own():
    text = f"Dear A\nWe hold nothing on this.\nRegards\nB\n{DISCLAIMER}"
    assert own_text_end(text) == len(text)


def test_a_site_footer_ends_the_own_words_but_a_banner_does_not():
    banner = "Accessibility | Cookies | Privacy\n"
    own = banner + "Dear A, the information is not held by this force and never has been, as far as we know.\n" * 3
    assert own_text_end(own + "Was this page useful?\nYes No") == len(own)


# Parts -------------------------------------------------------------------------------------


def test_page_furniture_is_marked_and_not_cut():
    text = (
        "Quickly exit this site\nYour cookie preferences have been saved.\nHome > Disclosures > Parks\n"
        "Dear A\nWe hold nothing on this.\nreport.pdf 212KB\n1,204KB"
    )
    found = kinds(text)
    assert [line for line, kind in found.items() if kind == "furniture"] == [
        "Quickly exit this site",
        "Your cookie preferences have been saved.",
        "Home > Disclosures > Parks",
        "report.pdf 212KB",
        "1,204KB",
    ]


def test_the_request_retold_ends_where_the_authority_speaks():
    text = (
        "Dear A\nYou asked for the following:\n1. The number of vans\n2. Their cost\n"
        "I am also interested in who drives them.\nWe have searched our records.\nThere are nine vans."
    )
    found = kinds(text)
    assert found["2. Their cost"] == "request"
    assert found["I am also interested in who drives them."] == "request"
    assert found["We have searched our records."] != "request"
    assert found["There are nine vans."] != "request"


def test_rights_signature_annex_and_quoted_mail():
    text = (
        "Dear A\nThe names are withheld under section 40(2).\n"
        "If you are unhappy with this reply you may ask for a review.\nWrite to the address above.\n"
        "Yours sincerely\nB Officer\nLegal annex\nSection 40 of the Act protects personal data.\n"
        "From: A\nSent: 1 May 2024\nPlease send them."
    )
    found = kinds(text)
    assert found["Write to the address above."] == "rights"
    assert found["B Officer"] == "signature"
    assert found["Section 40 of the Act protects personal data."] == "annex"
    assert found["Please send them."] == "quoted_mail"


@given(st.text(max_size=400))
def test_parts_are_spans_of_the_text(text):
    anatomy = dissect(text)
    parts = anatomy.parts("x")
    assert all(text[p.start : p.end] == p.quote for p in parts)
    assert letter_kind(anatomy) in LETTER_KINDS


def test_a_mail_header_under_a_letterhead_is_the_letters_own():
    text = "Ambershire Council > FOI > Log\n\nFrom: FOI Team\nSubject: FOI 12\n\nDear A,\nNine.\n"
    assert dissect(text).own_end == len(text)
    assert dissect("We have nine of them.\n\nFrom: A\nSent: 1 May 2024\n\nHow many?").own_end < 30


def test_rights_above_a_letter_end_where_it_begins():
    text = "If you are unhappy you may ask for a review.\n\nDear A\n\nThe names are withheld.\n\nNine.\n\nTen.\n\nRegards\nB"
    assert dissect(text).kind_at(text.index("names")) == "body"


def test_a_marking_above_a_letter_is_not_its_footer():
    anatomy = dissect("OFFICIAL\n\nDear A\n\nThe names are withheld.\n\nThe rest is attached.\n\nYours sincerely\nB")
    assert "footer" not in anatomy.kinds


def test_numbered_paragraphs_in_the_authoritys_voice_end_the_request():
    text = "Dear A\nYou asked for:\n1. the plan\n2. the cost\n3. We started from the presumption in favour of disclosure.\nB"
    assert dissect(text).kind_at(text.index("We started")) != "request"


# Kinds -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("acknowledgement", "Dear A\nThank you for your request, received on 2 May. It has been logged as FOI 12 and will be dealt with under the Act.\nB"),
        ("acknowledgement", "Dear A\nYour request for an internal review has been logged. It will be carried out by an officer who was not involved.\nB"),
        ("holding", "Dear A\nWe need more time to weigh the public interest and are extending the deadline by 20 working days under section 10(3).\nB"),
        ("clarification_request", "Dear A\nCould you please clarify which years you mean? The clock has stopped until we hear from you.\nB"),
        ("bounce", "Delivery Status Notification\nYour message could not be delivered to foi@council.example."),
        ("bounce", "Automatic reply: out of office. I am on leave until Monday."),
        ("correspondence", "Hi A\nSorry for the delay. We are still working on it and will be in touch this week.\nB"),
        ("correspondence", "Dear A\nThank you for your request, received on 2 May. I am sorry that we missed the deadline; the answer is being drafted.\nB"),
        ("correspondence", "Dear A\nIt is long since you wrote. Kindly say whether you still want an answer.\nwww.council.example\n[1] Link\n[2] Link\nB"),
        ("response", "Dear A\nThank you for your request, received on 2 May. Please see the attached document, which is our reply.\nB"),
        ("response", "Dear A\nThank you for your request, received on 2 May. I am attaching the council's reply.\nB"),
        ("internal_review", "Dear A\nYou asked for an internal review of our reply of 3 May. I have reviewed the file and uphold the original decision.\nB"),
        ("internal_review", "Requirement for review\nDear A\nThank you for requiring a review, which the board has carried out. The decision is confirmed.\nB"),
        ("internal_review", "Dear A\nYou were unhappy with our answer of 2 May and asked us to look into it. I think that the answer was right.\nB"),
        ("internal_review", "FOI review\nDear A\nBoth were refused under s.12. The refusal is upheld for the first and the second list is attached.\nB"),
        ("acknowledgement", "Request FOI 33 has been opened. We look for the information, decide if any is exempt, and write to you by 2 May."),
        ("holding", "Dear A\nWe will not be able to reply by Friday. The public interest still has to be weighed.\nB"),
        ("clarification_request", "Dear A\nWe are not sure what you mean by incidents. We will start when we hear from you.\nB"),
        ("clarification_request", "Dear A\nPlease can you advise:\n- which town?\n- which years?\nYour request has been put on hold.\nB"),
        ("correspondence", "Thanks for withdrawing your request. We have closed it."),
        ("correspondence", "Dear A\nOwing to floods at our archive there may be a short delay. We hope to answer as soon as we can.\nB"),
        ("correspondence", "Dear A\nI can confirm that we hold the minutes, but they have to be read before we can release them.\nB"),
        ("correspondence", "Hi A\nWe will provide the figures next week.\nB"),
        ("response", "Dear A\nWe do not hold the first list. We will provide the second next week.\nB"),
        ("response", "Dear A\nThere was some delay, for which we are sorry. The figures are attached. We expect to send more by May.\nB"),
        ("response", "Dear A\nIt would take longer than 18 hours, and your request is accordingly refused under section 12(1).\nWe have until 2 May; please send more detail if you wish.\nB"),
        ("response", "Dear A\nWe do not hold this information.\nB"),
        ("response", "Dear A\nPlease find our response below.\n1. Nine\n2. None\nIf you are unhappy you may ask for an internal review.\nB"),
        ("response", "Dear A\nThe information is exempt under section 31(1)(a).\nB"),
    ],
)  # fmt: skip
def test_kind_of_letter(kind, text):
    assert letter_kind(dissect(text)) == kind
