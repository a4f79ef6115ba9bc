"""The words by which a passage names whom and what it is about: bodies, overseers, kinds of people, laws."""

import re

__all__ = ["GROUPS", "LAWS", "NAMED", "NOT_A_PARTY", "OVERSEERS", "SPEAKS"]

NAMED = re.compile(
    r"\b[A-Z][a-z]{1,30}(?:['’]s)?(?:[ ](?:(?:of|and|for|upon|in|the|&)[ ]){0,2}[A-Z][a-z]{1,30}){1,5}\b"
)
"""Two capitals or more in a row: a name, or a title."""

NOT_A_PARTY = re.compile(
    r"Information|Act\b|Regulation|Order\b|Schedule|Court|Tribunal|Commissioner|Ombudsman|Government Licence|Parliament"
    r"|Data Protection|Human Rights|Chief Executive|Dear|Yours|Thank|Please|United Kingdom|Excel|Freedom|Crown Copyright"
    r"|Open |Public Interest|Member|Internal Review|Monitoring Officer|Officer\b"
    r"|January|February|March|April|June|July|August|September|October|November|December"
)
"""Names of laws, courts, overseers and offices, which are compared elsewhere or not at all."""

SPEAKS = re.compile(
    r"\s(?:(?:also|therefore|now|currently)\s)?(?:does|do|has|have|holds?|is|are|was|can|cannot|will|would|neither|considers?"
    r"|believes|may|must|confirms|wishes|maintains|recognises|relies|finds|received)\b"
)
"""The name is that of the writer: "Fenmoor Council does not hold …"."""

LAWS = {
    "foia": re.compile(r"\bFreedom of Information Act\b|\bFOIA\b|\bFOI Act\b", re.IGNORECASE),
    "foisa": re.compile(r"\bFreedom of Information \(Scotland\) Act\b|\bFOISA\b", re.IGNORECASE),
    "eir": re.compile(r"\b(?i:Environmental Information Regulations)\b|\bEIRs?\b"),
    "eisr": re.compile(r"\b(?i:Environmental Information \(Scotland\) Regulations)\b|\bEISRs?\b"),
}
"""Laws on access by their own names; "the Act" and "the Regulations" may be any."""

OVERSEERS = {
    "uk commissioner": re.compile(r"(?<!Scottish )\bInformation Commissioner\b(?! for)|\bICO\b"),
    "scottish commissioner": re.compile(r"\bScottish Information Commissioner\b"),
    "ombudsman": re.compile(r"\bombudsman\b", re.IGNORECASE),
    "tribunal": re.compile(r"\btribunal\b", re.IGNORECASE),
    "court of session": re.compile(r"\bCourt of Session\b"),
    "parliament": re.compile(r"\bMember of Parliament\b|\bMP\b"),
}

GROUPS = {
    "staff": re.compile(
        r"\b(?:staff|employees?|officials?|clerks?|colleagues|managers?|civil servants?)\b", re.IGNORECASE
    ),
    "patients": re.compile(r"\bpatients?\b", re.IGNORECASE),
    "pupils": re.compile(r"\b(?:pupils?|students?|child(?:ren)?|parents?)\b", re.IGNORECASE),
    "residents": re.compile(r"\b(?:residents?|tenants?|neighbours?|householders?|constituents?)\b", re.IGNORECASE),
    "suppliers": re.compile(
        r"\b(?:suppliers?|contractors?|compan(?:y|ies)|firms?|bidders?|tenderers?|manufacturers?|business(?:es)?|competitors?)\b",
        re.IGNORECASE,
    ),
    "offenders": re.compile(r"\b(?:offenders?|criminals?|thieves|burglars?|terrorists?|prisoners?)\b", re.IGNORECASE),
    "schools": re.compile(r"\bschools?\b", re.IGNORECASE),
    "hospitals": re.compile(r"\b(?:hospitals?|wards?)\b", re.IGNORECASE),
    "family": re.compile(r"\b(?:family|relatives?|relations?)\b", re.IGNORECASE),
    "advisers": re.compile(r"\b(?:solicitors?|lawyers?|counsel|legal advisers?)\b", re.IGNORECASE),
    "accountants": re.compile(r"\b(?:accountants?|auditors?)\b", re.IGNORECASE),
    "regulator": re.compile(r"\b(?:regulators?|inspectors?|inspectorate)\b", re.IGNORECASE),
    "states": re.compile(r"\b(?:other government|foreign|another state|that state|other state)\b", re.IGNORECASE),
    "photographer": re.compile(r"\b(?:photographer|author|artist)s?\b", re.IGNORECASE),
    "requester": re.compile(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE),
}
"""Kinds of people; "we" is whoever writes and is not compared."""
