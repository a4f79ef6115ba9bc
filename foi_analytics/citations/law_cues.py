"""The wording that tells the law in general from what it is said to do here."""

import re

from ..wording import Wording

AMERICAN = re.compile(
    r"\bexemptions?\s{1,3}\(?b\)?\s?\((?:\d|(?-i:[lI]))\)|\bOffice\sof\sGovernment\sInformation\sServices\b|"
    r"\bFOIA\sPublic\sLiaison\b|\b5\s?U\.?\s?S\.?\s?C\.?\s?(?:§|\$|sec(?:tion|\.)?)?\s?552\b",
    re.IGNORECASE,
)
"""What only a letter under the law of the United States says, however its pages were recognised."""
ONE_OF = Wording(
    r"\b(?:one|any|some|several|certain|each|which|none) (?:or (?:more|other) )?of (?:the )?(?:(?:exemptions?|exceptions?|provisions?) )?(?:(?:in|at|under) )?(?:the )?§",
)
"""A choice of grounds that the law offers."""
_THING = (
    r"(?:(?:these|those|both|each|it|them|all of (?:it|them|this)|part of (?:it|this))\b|(?:this|your|that|the) (?:[\w’']+ ){0,2}?(?:report|names?|lists?|figures?|documents?|letters?|"
    r"e-?mails?|minutes|plans?|prices?|parts?|questions?|items?|rows?|columns?|pages?|paragraphs?|files?|notes?|records?|maps?|photographs?|statements?|contracts?|advice|"
    r"submissions?|tables?|drawings?|request|rates?|salar(?:y|ies)|information (?:you|in|at|requested)|remainder|rest)\b)"
)
COVERS_THIS = re.compile(
    rf"^(?:\([^)]{{0,60}}\) ?)?,? ?(?:\w+ly |therefore |also |thus |still )?(?:covers?|exempts?|protects?|applies to|concerns?|catches|reaches|extends to|shields?|takes (?:out|in)|embraces|includes) {_THING}",
    re.IGNORECASE,
)
"""The thing asked for, and not a class of things, is what the provision is said to cover."""
APPLIED_NEXT = re.compile(
    r"^\W*(?:[^.;]{0,40}, )?(?:and |so |but )?(?:(?:we|i|the \w+) (?:\w+ )?(?:consider|find|believe|think|conclude|judge|(?:am|are|is) (?:of the view|satisfied)) (?:that )?)?"
    r"(?:it|this|that|both|(?:this|that|the) (?:exemption|exception|section|subsection|provision|test|condition)) (?:therefore |also |clearly |plainly |does )?"
    r"(?:appl(?:y|ies)|is (?:engaged|met|satisfied|relied on|claimed|the case)|are (?:engaged|met|satisfied))\b(?! (?:if|where|when|only|to (?:information|any|all)))",
    re.IGNORECASE,
)
STAMPED_AFTER = re.compile(
    r"^\W*(?:(?:exempt(?:ion)?|withheld|redacted|refused|not (?:held|disclosed|provided|released|supplied|given))\b(?! (?:if|where|when))|appli(?:es|ed)\W*$)",
    re.IGNORECASE,
)
SPEAKS_HERE = re.compile(
    r"\b(?:we|our|i|my|your|you|this (?:letter|case|instance|request|information|reply)|(?:the|this) (?:council|trust|force|constabulary|department|university|board|authority|agency|commission|college|school))\b|\bengaged\b|\bhere\b",
    re.IGNORECASE,
)
TWO_AT_ONCE = Wording(
    r"§[^.;]{0,20}\b(?:can ?not|may not|can never|are never|cannot both)\b[^.;]{0,20}\b(?:be )?(?:appl|us|claim|cit|engag|rel)\w*\b[^.;]{0,20}\b(?:where|together|at once|both|same|alongside|at the same)\b|§[^.;]{0,10}\b(?:are|is) mutually exclusive",
)
"""What the law is of two grounds together: neither is rejected by it."""
STATUTE_TEXT = re.compile(
    r"^\W*(?:[\"“]|(?:\(\d\) ?)?(?:any |all )?(?:information|nothing|a public authority|the duty|section 1|an authority)\b[^\n]{0,160}"
    r"\b(?:is (?:also )?exempt information|is (?:not )?obliged|does not (?:arise|apply)|need not|(?:is|are) exempt (?:if|where|when))\b)",
    re.IGNORECASE,
)
"""After the number and a colon, the words of the Act."""
CONDITIONAL_POWER = Wording(
    r"§(?: of [^,.;]{0,40})? (?:may|can) (?:only )?be (?:used|applied|relied (?:up)?on|claimed|engaged|invoked|cited) (?:only )?(?:if|when|where|unless|once|after)\b|"
    r"\b(?:public interest|balancing|prejudice) test\b[^.;]{0,30}\b(?:not|no)\b[^.;]{0,30}\b(?:to|for|by|of) §|"
    r"\b(?:can|may|could) (?:only )?be (?:withheld|refused|exempt|redacted)[^.;]{0,60}§(?: of [^,.;]{0,40})? (?:only )?(?:if|when|where|unless)\b|"
    r"\b(?:whether|how) §(?: of [^,.;]{0,40})? (?:is|was|are|works?)\b[^.;]{0,30}\b(?:depends|applied|used|works?)\b|\bto (?:rely on|engage|invoke) §,? (?:an?|the|there|it) (?:public )?(?:\w+ ){0,2}(?:must|has|needs?)\b",
)
"""What the law lets any authority do, and when."""
NOTE_ON = re.compile(
    r"\b(?:notes?|guidance|information|leaflet|more|explanation|text|wording) (?:on|about|of|to)(?: the)?(?: (?:exemption|exception))?(?: (?:in|at|under))?$",
    re.IGNORECASE,
)
EXPLAINS = re.compile(r"\b(?:provides?|states?) that\b|\bexempt (?:information )?(?:if|where|when)\b", re.IGNORECASE)
