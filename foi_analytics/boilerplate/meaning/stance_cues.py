"""The words by which a passage takes a stance: that it holds or does not, discloses or withholds, and so on."""

import re

__all__ = [
    "AFTER_COMMA",
    "AGAINST",
    "BREAK",
    "CONDITION",
    "DENIAL",
    "FAVOURED",
    "KEPT",
    "NO_DENIAL",
    "OPENED",
    "STANCES",
    "VIEW",
    "WHOLE",
]

BREAK = {*".;:!?()–—", "but", "however", "although", "because", "since", "unless", "until", "if", "whereas"}
"""Where one statement ends and another begins."""

AFTER_COMMA = {"but", "so", "and", "as", "which", "while", "though", "although", "because", "even", "yet", "since"}
"""With a comma before them these words begin another statement."""

CONDITION = {"if", "unless", "until", "whether", "were", "should", "had", "where", "once", "when", "before"}
"""A statement that begins so supposes and does not state."""

NO_DENIAL = frozenset(
    {
        ("not", "only"),
        ("not", "just"),
        ("not", "merely"),
        ("not", "simply"),
        ("not", "least"),
        ("or", "not"),
        ("no", "later"),
    }
    | {("no", "more"), ("no", "less"), ("no", "fewer"), ("no", "doubt"), ("no", "matter"), ("and", "not")}
)
"""Pairs of words that look like a denial and deny nothing, or not what follows."""

WHOLE = re.compile(r"no|none|nothing|nobody|nil|neither|little|few|unable|without|rarely|seldom")
"""Denies its whole statement."""

DENIAL = re.compile(
    rf"{WHOLE.pattern}|not|cannot|never|hardly|unlikely|fail(?:s|ed)?|nor|impossible|refus(?:e|es|ed|ing)|decline[sd]?"
    r"|\w{2,8}n't|don|doesn|didn|isn|aren|wasn|weren|hasn|haven|hadn|wouldn|couldn|shouldn"
)
"""Denies what follows."""

VIEW = {"consider", "believe", "think", "accept", "agree", "find", "regard", "see", "say", "expect"}
"""A denied view denies what it is a view of."""

FAVOURED = re.compile(
    r"(?P<after>\bin favour of|\bfavou?rs?\b|\bon the side of|\blies in|\bserved by|\bserves\b[^.;]{0,20}\bbetter by)"
    r"|(?P<before>\boutweigh(?:s|ed)?\b(?! by)|\b(?:is|are) (?:the )?(?:stronger|weightier|greater)\b)"
    r"|(?P<less>\boutweighed by\b)"
)
"""What leads up to, or follows, the side to which the public interest inclines."""

KEPT = r"maintain\w*|withh\w+|keep\w*|preserv\w+|refus\w+|neither|not|exemption|exception|secrecy|protect\w*|confidential\w*"
OPENED = r"disclos\w+|releas\w+|publish\w*|publication|openness|confirming|transparen\w+"

STANCES = {
    "hold": r"hold|holds|held|possess\w*|possession|exist|exists|existed|collate[sd]?|traces?|traced|located?|found",
    "disclose": r"disclosed?|released?|releasing|provided?|providing|suppl(?:y|ied|ying)|enclosed?|enclosing|attached?"
    r"|attaching|given|sending|disclosing|granted",
    "apply": r"appl(?:y|ies|ied)|engage[ds]?|rel(?:y|ies|ied|ying)|covers|covered|exempts|protects|satisfied|met|arise",
    "harm": r"prejudic\w+|harm\w*|damag\w*|undermin\w+|endanger\w*|weaken\w*|hinder\w*|hamper\w*|inhibit\w*|deter|deterred"
    r"|risk|danger|unsettle\w*|distort\w*|jeopard\w+|suffer\w*|threat\w*|distress\w*|exploit\w*|upset|hurt|disturb\w*",
    "exceed": r"exceed\w*|beyond|over|past|expensive|costly",
    "duty": r"duty|obligation|oblig\w+|require[sd]?|must|entitled|right|rights|needs?|needed",
    "able": r"can|able|may|allows?|allowed|possible|free|could",
    "valid": r"valid",
    "vexatious": r"vexatious",
    "late": r"late|delay",
    "qualified": r"qualified",
    "reasonable": r"reasonable",
    "right": r"rightly|correct|correctly|upholds?|upheld|stands?",
    "will": r"will|shall",
    "rise": r"rose|rise[ns]?|rising|increas\w+|grew|grown",
    "open": r"open|continu\w+|ongoing|live|pending|unfinished|incomplete",
    "agree": r"agree[sd]?|consent\w*",
    "extent": r"all|everything|whole|entire|entirely|full|fully",
}
"""Words of each matter on which a stance is taken."""

AGAINST = {
    "disclose": r"withh\w+|exempt|exempted|redact\w*|blacked|blanked|removed|omitted|suppressed|obscured|refused|refusing|declin\w+",
    "apply": r"withdrawn|disappl\w+|lapsed|abandoned|dropped",
    "harm": r"harmless|safe|safely",
    "exceed": r"within|under|inside",
    "vexatious": r"polite",
    "qualified": r"absolute",
    "right": r"wrongly|incorrectly|overturn\w*|mistaken\w*|wrong",
    "hold": r"destroyed|deleted|disposed",
    "reasonable": r"unreasonable",
    "valid": r"invalid",
    "open": r"closed|ended|finished|completed|concluded",
    "rise": r"fell|fall(?:s|en|ing)?|decreas\w+|declining|dropped|shrank",
    "agree": r"object(?:s|ed)|oppos\w+",
    "extent": r"some|parts?|partly|portion",
}
"""Words of the contrary."""
