"""Words that tell what stands beside them: a month, a title, a word of the law, a negation."""

__all__ = [
    "ACT",
    "BODY",
    "CLASSES",
    "CLOSING",
    "GREETING",
    "INNER",
    "LAW",
    "LISTING",
    "MONTH",
    "MULTIPLE",
    "NEGATION",
    "OF",
    "REFERENCE_WORD",
    "TITLE",
    "WEB",
]

(
    LAW,
    ACT,
    MONTH,
    TITLE,
    GREETING,
    CLOSING,
    BODY,
    INNER,
    LISTING,
    OF,
    NEGATION,
    MULTIPLE,
    REFERENCE_WORD,
    WEB,
) = range(1, 15)

CLASSES = {
    LAW: "section sections s ss regulation regulations reg regs article articles art paragraph paragraphs para paras "
    "schedule schedules exemption exemptions exception exceptions",
    ACT: "act acts order foia eir eirs foisa rules directive",
    MONTH: "january jan february feb march mar april apr may june jun july jul august aug september sept sep "
    "october oct november nov december dec",
    TITLE: "mr mrs ms miss mx dr prof professor cllr councillor",
    GREETING: "dear hi hello annwyl",
    CLOSING: "sincerely faithfully truly regards gywir",
    BODY: "council constabulary police service trust university college board authority agency commission department "
    "office hospital hospitals executive ministry",
    INNER: "the upon in on at by from this that our your if as when where",
    LISTING: "and or to",
    OF: "of for",
    NEGATION: "not no never neither nor cannot without none nothing unable t",
    MULTIPLE: "million billion thousand bn m k",
    REFERENCE_WORD: "ref reference foi rfi case number",
    WEB: "http https www",
}
"""The words of each class, in lower case."""
