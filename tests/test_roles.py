import pytest

from foi_analytics.anatomy import dissect
from foi_analytics.citations import list_exemptions, read_citations, refine
from foi_analytics.reading import read

SIGNED = "\nYours sincerely\nThe FOI team"


def citations(text, kind="response", **known):
    return read_citations(dissect(text), "x", kind, **known)


def roles(text, kind="response"):
    return [(c.quote, c.role) for c in citations(f"Dear A\n{text}{SIGNED}", kind)]


def exemptions(text, kind="response"):
    return [e.provision for e in list_exemptions(citations(f"Dear A\n{text}{SIGNED}", kind))]


@pytest.mark.parametrize(
    "text",
    [
        "This information is exempt by virtue of section 22(1)(a) of the Act.",
        "We are withholding the names under section 40(2) of FOIA.",
        "The names have been redacted in line with section 40(2) FOIA because they identify staff.",
        "The Trust is relying on section 43(2) of the Freedom of Information Act 2000.",
        "Section 31(1)(a) is engaged in this case.",
        "Q3 – section 21 of the FOI Act applies, please see the link.",
        "The prices fall within the exemption at section 43(2) of FOIA.",
        "Your request is refused under section 14(1) of FOIA.",
        "Withheld. Section 40(2) FOIA.",
        "Salary of the officer: [s40(2)] of FOIA",
        "Exempt in terms of section 38(1)(b) of FOISA.",
        "We therefore uphold the application of section 40(2) of FOIA to the names.",
        "We cannot collate this within the section 12 cost limit of FOIA.",
        "The plans stay out of this reply. Section 38(1)(b) of FOIA keeps them back.",
        "That part of your request attracts section 27(1)(a) of FOIA.",
        "The exemption that bars the way is section 44 of FOIA.",
        "We conclude that section 31(1)(a) of FOIA ought to be upheld.",
        "It follows that we need not comply, section 14(2) of FOIA having been met.",
    ],
)
def test_relied_on(text):
    assert [role for _, role in roles(text)] == ["applied"]


@pytest.mark.parametrize(
    "text",
    [
        "The names are withheld under section 40(2) of FOIA. Section 40(2) of FOIA is an absolute exemption.",
        "We withhold the plan under section 31(1)(a) of FOIA. Section 31 of FOIA is subject to the public interest test.",
        "Section 36 of FOIA applies only to information outside what we were asked for; we withhold nothing.",
        "Section 41 of FOIA provides that information is exempt if its disclosure would be a breach of confidence.",
        "In order to apply the section 40(2) exemption of FOIA a public authority must weigh three things.",
        "It should not be assumed that we are applying section 31 of FOIA to every page.",
        "This is known as the section 40 exemption of FOIA.",
        "The names are withheld under section 40(2) of FOIA. Information can be withheld under section 43 of FOIA only if it harms trade.",
        "The names are withheld under section 40(2) of FOIA. The public interest test does not apply to section 40 of FOIA.",
        "The names are withheld under section 40(2) of FOIA. The right is subject to section 2, and to sections 9, 12 and 14 of FOIA which deal with fees and cost.",
        "The names are withheld under section 40(2) of FOIA. An earlier request by a journalist was refused under section 22 of FOIA.",
        "The names are withheld under section 40(2) of FOIA. The notice did not say why section 36 of FOIA applied.",
    ],
)
def test_merely_mentioned(text):
    assert [role for _, role in roles(text)][-1] == "mentioned"


@pytest.mark.parametrize(
    "text",
    [
        "We are not applying section 14 of FOIA on this occasion.",
        "We considered section 36 of FOIA but decided that it did not help.",
        "We wondered whether section 43(2) of FOIA was in point. We do not think that it is.",
        "Had we held this information it would have been exempt under section 40(2) of FOIA.",
        "Other exemptions such as section 43 of FOIA may also apply.",
        "We reserve the right to apply section 14 of FOIA to further requests.",
        "The exemption at section 36 of FOIA has been withdrawn.",
        "We no longer wish to rely on section 31 of FOIA.",
        "A refined request might be refused under section 40(2) of FOIA.",
        "No reliance is placed on section 41 of FOIA.",
        "Section 43(1) of FOIA (trade secrets) was ruled out.",
        "Section 22 of FOIA does not help us, as no date was set.",
        "We stop short of calling it vexatious under section 14(1) of FOIA.",
        "The names in a later version would in our view be exempt under section 40(2) of FOIA.",
        "As a kindness we send it, although it could properly have been refused under section 21 of FOIA.",
    ],
)
def test_rejected_or_hypothetical(text):
    assert [role for _, role in roles(text)] == ["rejected"]
    assert exemptions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "You say that section 32 of FOIA does not help us.",
        "Could you please provide the list, subject to section 40(2) of FOIA on personal data",
        "Why was section 36 of FOIA never used?",
        "As you point out, section 40 of FOIA does not protect companies.",
        "Our guidance on section 43 of FOIA says that prices age. Nothing is withheld.",
        'The Commissioner wrote: "An authority that relies on section 43(2) of FOIA has to show whose interests suffer".',
        "You asked for the following:\n1. The cost\n2. Please do not hide behind section 43 of FOIA",
    ],
)
def test_in_somebody_elses_words(text):
    assert [role for _, role in roles(text)][-1] in ("quoted", "mentioned")
    assert exemptions(text) == []


def test_quoted_mail_is_quoted_and_other_acts_are_other_law():
    text = (
        "Dear A\nWe hold nothing on section 47 of the Children Act 1989.\nRegards\nB\n"
        "From: A\nSent: 1 May 2024\nDo not refuse me under section 12 of the FOI Act."
    )
    assert [c.role for c in citations(text)] == ["other_law", "quoted"]


def test_notices_and_rights_are_procedural():
    text = "This letter is a refusal notice under section 17(1) of FOIA. Section 16 of FOIA obliges us to help you."
    assert {role for _, role in roles(text)} == {"procedural"}


def test_list_opened_by_its_introduction():
    text = (
        "Some data is withheld by virtue of the following exemptions of the Freedom of Information Act 2000:\n"
        "Section 31(1) - Law enforcement\nSection 40(2) - Personal information\n\nThe files were searched in May."
    )
    assert roles(text) == [("Section 31(1)", "applied"), ("Section 40(2)", "applied")]


def test_neither_confirm_nor_deny():
    text = "The force neither confirms nor denies that it holds this, by virtue of section 31(3) and section 40(5B) of FOIA."
    assert {role for _, role in roles(text)} == {"ncnd"}


def test_counts_of_refusals_by_section_refuse_nothing():
    text = "Refusals in 2023 under the FOI Act:\nSection 12    40\nSection 31    12\nSection 40    107"
    assert {role for _, role in roles(text)} == {"mentioned"}
    assert exemptions(text) == []


@pytest.mark.parametrize("kind", ["acknowledgement", "holding", "clarification_request", "correspondence", "bounce"])
def test_only_responses_and_reviews_rely_on_anything(kind):
    text = "The information is exempt under section 42(1) of FOIA."
    assert not {role for _, role in roles(text, kind)} & {"applied", "ncnd"}


def test_review_separates_the_first_decision_from_its_own():
    text = (
        "Our original response refused the list under section 30(1)(a)(i) of FOIA. "
        "I uphold the application of section 31(1)(a) of FOIA to the plan."
    )
    assert exemptions(text, "internal_review") == ["foia2000:31(1)(a)"]


@pytest.mark.parametrize(
    "text",
    [
        "I therefore find that section 12 of FOIA was not engaged.",
        "I therefore find that section 30(1) of FOIA was incorrectly engaged.",
        "It refused question 1 because of cost under section 12 of FOIA and said that the rest was not held.",
        "You were told that the report was exempt (section 35 of FOIA). The report is attached.",
        "I do not support the reliance on section 43(2) of FOIA.",
    ],
)
def test_what_a_review_gives_up_or_retells_is_no_ground(text):
    assert exemptions(text, "internal_review") == []


@pytest.mark.parametrize(
    "text",
    [
        "Section 36 applies only to information outside section 35. Everything you asked for is attached.",
        "The premises is licensed under section 17 of the Licensing Act 2003.",
        "Two people were detained under section 2 of the Mental Health Act 1983.",
        "The hedge was cut under section 154 of the Highways Act 1980.",
        "All of the council's 40 schools replied.",
        "Please write to us at Pond Street, Sheffield S1 1UJ.",
        "We handled this under the Environmental Information Regulations 2004.",
        "Thank you for your request. Sections 31 and 40 of FOIA are qualified exemptions in part. All of it is attached.",
        "The log counts our refusals: section 12 four times, section 40 of FOIA twice.",
        "In 2022/23 nine of these requests were refused under section 14 of FOIA.",
    ],
)
def test_numbers_that_refuse_nothing(text):
    assert exemptions(text) == []


def test_plural_sections_are_both_relied_on():
    assert exemptions("The file is withheld under Sections 31 and 40 of FOIA.") == ["foia2000:31", "foia2000:40"]


@pytest.mark.parametrize(
    "text",
    [
        "Undeliverable: request about section 40 of the FOI Act\nYour message could not be delivered.",
        "Thank you for your request. It has been logged. If it is exempt, say under section 40 of FOIA, we will tell you.",
    ],
)
def test_bounces_and_acknowledgements_rely_on_nothing(text):
    assert read(text).exemptions == ()


def test_a_letter_that_only_explains_its_ground_relies_on_it():
    text = (
        "Please find the chart attached. With regard to names, section 40(2) of FOIA exempts information if it is "
        "personal data. We have decided that to disclose them would be unlawful."
    )
    assert exemptions(text) == ["foia2000:40(2)"]


def test_conditions_and_coarser_levels_are_no_grounds_of_their_own():
    assert refine(["foia2000:40", "foia2000:40(2)", "foia2000:40(3A)(a)"]) == ["foia2000:40(2)"]
    assert refine(["foia2000:31(1)(g)", "foia2000:31(2)(c)"]) == ["foia2000:31(1)(g)"]


def test_every_role_names_its_rule():
    found = citations("Dear A\nExempt under section 40(2) of FOIA; section 16 was kept in mind.")
    assert all(c.made_by.startswith("rule:citations/") and 0 < c.score <= 1 for c in found)
