"""The wording of asks, answers and outcomes: one pattern per purpose."""

import re

from ..wording import Wording

# Asks --------------------------------------------------------------------------------------

GREETING = re.compile(r"\s*(?:dear|hi|hello|good (?:morning|afternoon|evening)|to whom|fao|annwyl)\b", re.IGNORECASE)
CLOSING = re.compile(
    r"\s*(?:yours? (?:sincerely|faithfully|truly)|(?:kind(?:est)?|best|warm|many) (?:regards|wishes|thanks)|regards|thanks|"
    r"thank you(?: (?:for|in) (?:your|advance)| very much)?|cofion)\b[^?\n]{0,160}$",
    re.IGNORECASE,
)
LINK = re.compile(r"\s*(?:https?:|www\.|mailto:|\[)", re.IGNORECASE)
POLITE = re.compile(
    r"\s*(?:(?:please )?(?:can|could|would|will) (?:you|i)(?: please| kindly)? (?:provide|send|supply|give|forward|let)(?: me| us)?"
    r"(?: with| have)?|please (?:can|could) (?:you|i) (?:provide|send|supply|give|have)(?: me| us)?(?: with)?|"
    r"please (?:provide|send|supply|forward|give)(?: me| us)?(?: with)?|i (?:would like|wish|want)(?: to (?:know|request|receive|see|have))?)"
    r"(?: copies of| a copy of)?\s+",
    re.IGNORECASE,
)
ASKING = Wording(
    r"\b(?:please|kindly) (?:also )?(?:can|could|provide|send|supply|state|list|give|tell|advise|indicate|detail|specify|confirm|include|outline|"
    r"break|explain|set out|share|disclose|forward|describe|identify)",
    r"\b(?:can|could|would|will) (?:you|i) (?:please |kindly |also )?(?:provide|send|supply|state|tell|advise|confirm|give|have|let|list|share|see|get|also)",
    r"\bi(?:'d| would| am| wish| want| request| seek| require| need)?(?: like| writing| to)*\b[^.?\n]{0,30}\b(?:request|know|receive|see|obtain|ask|seek|requesting|seeking)\b",
    r"^\W*(?:how|what|when|where|which|who|whom|whose|why|is|are|was|were|do|does|did|has|have|had|can|could|if (?:so|yes|not|no))\b",
    r"^\W*(?:the |a |an |any |all |total |average |copies of |copy of |details of |list of )*(?:number|total|amount|cost|copy|copies|list|details|breakdown|names?|dates?|value|percentage|average|minutes|correspondence|emails?|records?|reports?)\b",
    r"^\W*(?:provide|send|supply|state|confirm|list|give|detail|specify|disclose)\b",
    r"\bunder the (?:freedom of information|environmental information|foi)",
)
ASKING_FIELD = Wording(
    r"\b(?:please|could you|can you|would you)\b|\?\W*$|^\W*(?:how|what|when|where|which|who|why|whether)\b",
)
ASKS_FOLLOW = re.compile(
    r"\b(?:provide|send|supply|give|know|tell|see|have|receive|request|like|ask|want|disclose|confirm|answer|copies)"
    r"(?: (?:me|us|you|with|to|have|know|see|for|receive|copies|copy|of|a|details|information|on|about|the following(?: \w+){0,3}|please))*"
    r"\s*[:–-]{0,2}\s*$",
    re.IGNORECASE,
)
FOLLOW_UP = re.compile(r"\W*(?:and )?if (?:so|yes|not|no|any|they|it|there)\b", re.IGNORECASE)
FOLLOWING = Wording(
    r"\b(?:following|below|these questions|as follows|information (?:required|requested|sought|needed)|required information|"
    r"(?:questions|information) (?:is|are)|like (?:to (?:know|request|see)|the following)|i would like)\b",
)
ANNOUNCEMENT = re.compile(
    r"[^.?]{0,60}\b(?:provide|send|supply|request|like|answer)\b[^.?]{0,30}\bthe following(?: information| questions| data)?\.?\s*$",
    re.IGNORECASE,
)
FIELDS_INTRO = Wording(
    r"\b(?:please (?:also )?include|includ(?:e|ing)|broken down|break(?:down| it down| this down)|split by|such as|for each\b|"
    r"following (?:details|fields|columns|categories|headings|format|years|periods|time|financial)|"
    r"(?:the )?information i (?:need|require) is|job titles|categories|with the (?:following|columns))\b[^?]{0,120}[:;]?\s?-?\s*$",
)
DETAIL = Wording(
    r"^\W*(?:please|kindly)? ?(?:provide|include|supply|send|give|present|break|split)\b[^.?]{0,40}\b(?:this|these|their|its|the (?:information|data|response|answer|figures)|it)\b",
    r"^\W*(?:this|these|it|that) (?:includes?|may|should|would|could|will|is|are|also)\b",
    r"^\W*(?:the information i (?:need|require)|i understand|for (?:clarity|the avoidance))\b",
)
PROCESS = Wording(
    r"\bplease (?:let me know|contact|respond|reply|acknowledge|do not hesitate|don't hesitate|treat|note|be aware|accept|email|feel free|"
    r"ensure|use|refer|only|confirm (?:that )?(?:you|receipt|the receipt))",
    r"\b(?:look forward|thank you|many thanks|grateful for your (?:help|assistance)|within (?:the )?(?:statutory|20|twenty)|20 working days|twenty working days)\b",
    r"\b(?:in|as) (?:an? )?(?:electronic|excel|spreadsheet|csv|machine|digital|word|pdf|email)\b[^.?]{0,30}\b(?:format|form|file|if|document)",
    r"\b(?:if|where|should) (?:any|some|part|you|it|this|the|my|it's)\b[^.?]{0,120}\b(?:unclear|clarif|exceed|cost|time limit|refine|advi[sc]e|too (?:wide|broad)|refus|redact|withh?eld|section|exempt|assist|transfer|questions|queries|further|contact|feasible|require)",
    r"\bi am (?:making|writing|requesting the same|conducting|a |an |doing)\b[^?]{0,120}\b(?:request under|foi|because|student|journalist|research|individual)",
    r"^\W*(?:under|in accordance with|pursuant to) the\b[^?]{0,140}\b(?:request(?:ing)?|foi)\b[^:?]{0,40}$",
    r"\b(?:this is|i (?:am|would like to) (?:mak|submit)(?:e|ing)) (?:a|an) (?:freedom|foi|eir|request)",
    r"\bthe act requires\b|\bthis request (?:is|for information|relates|falls)\b|\bi hope (?:you|your|this)\b|\bi (?:understand|appreciate|believe) that\b",
    r"\breference number\b|\bmy (?:preferred|address|email|details)\b",
)

# Asks retold by the authority ------------------------------------------------------------------

_ASKED = r"(?:ask(?:ed|ing)?|request(?:ed|ing)?|want(?:ed)?|wish(?:ed)?|sought|seek(?:ing)?|wrote|enquired?|inquired?|would like)"
_WHAT = r"(?:how|what|which|who|whom|when|where|whether|why)"
RETOLD = re.compile(
    rf"\b(?:you(?: have|['’]ve| had)?(?: also| then| now| specifically| recently)? {_ASKED}"
    rf"|your (?:\w+ )?(?:request|e-?mail|letter|enquiry|message|question)s?\b[^.;:?\n]{{0,90}}?\b(?:is|was|were|ask(?:s|ed|ing)?|request(?:s|ed|ing)|for|of|where|you)"
    rf"|(?:a |the |your )?request (?:was |is )?(?:made )?for)\b"
    rf"(?:[^.;?\n]{{0,110}}?)(?:\bfor\b(?: information| details)?(?: (?:on|about|regarding|concerning|relating to|in relation to|as to)\b)?"
    rf"|\bto (?:know|see|be told|be sent|have|receive|be given)\b|\b(?:us|it) to (?:provide|send|supply|tell you|confirm)\b|(?=\b{_WHAT}\b)"
    rf"|(?:following|limbs|parts|things|questions|points|information|details?)\s?:|:)"
    rf"|\byou(?: have|['’]ve| had)? (?:requested|sought|asked about)\b(?! (?:that|the information|this|an? (?:internal )?review))",
    re.IGNORECASE,
)
RETOLD_END = re.compile(
    r",? (?:which|and) (?:was|we|i|has been|is) (?:received|acknowledged|replied|dealt|handled|considered)\b|"
    r"\b(?:under|in accordance with|pursuant to) the (?:freedom|environmental|act|foi|eir)\b|[”\"](?=\s|$)",
    re.IGNORECASE,
)
OWN_BUSINESS = re.compile(
    r"\W*(?:(?:introduction|background|(?:your|the|our|my) (?:request|response|decision|findings?|reasons?|rights?)|what you (?:asked|requested)|"
    r"decision|reasons?|outcome|conclusion|summary|next steps|the (?:public interest|exemptions?))\W*$|"
    r"(?:i|we) (?:refer|write|am writing|are writing|hold|have|can|wrote|received|neither|confirm|do not|did not|am|are|would|should)\b|"
    r"you (?:wrote|asked|requested|have asked|may|can|refer|also asked)\b|your (?:request|letter|e-?mail|complaint|previous|further|message)\b|"
    r"thank you\b|(?:in|as) (?:accordance|reply|response|answer)\b|this (?:letter|response|request|is)\b|both of these|"
    r"the (?:information|first|second|sums|whereabouts|department|ministry|council|trust|force)\b[^?:]{0,60}\b(?:is|are|was|were|does|has|holds?|can)\b|"
    r"(?:complaints?|representations) about|should you|if you|following|under the)",
    re.IGNORECASE,
)
LABEL_WITHIN = re.compile(
    r"(?<=[.;:?!])\s+(?=(?:for |on |as (?:for|to) |in relation to |and (?:for )?)?(?:questions?|q|points?|parts?|items?)\.?\s?\d)", re.IGNORECASE
)
ANSWERING = re.compile(
    r"\W*(?:yes|no|none|nil|zero|n/a|not|we|our|withheld|refused|exempt\w*|disclosed|enclosed|attached|provided|please (?:see|find|refer)|see|as above|"
    r"information|there (?:is|are|was|were)|this|these|it|[£$€]?\d[\d,.]*(?:%|k|m)?)(?=\W|$)",
    re.IGNORECASE,
)
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|will|would|can|cannot|could|may|shall|should|must|appl(?:y|ies)|holds?)\b",
    re.IGNORECASE,
)
ASKS = re.compile(r"\W*(?:please|could you|can you|give me|send me)\b", re.IGNORECASE)
ANSWER_SEPARATOR = re.compile(r"(?:\s(?:\.{2,}|…|[-–—])|:)\s+(?=\S)")
MAIL_HEADER = re.compile(
    r"[> \t*_]*(?:(?:from|sent|to|cc|subject|date|importance|attachments)\s?:|-{2,}|on [^\n]{4,120}wrote:|show quoted|hide quoted)", re.IGNORECASE
)

# Answers -----------------------------------------------------------------------------------

COURTESY = re.compile(
    r"\s*(?:if you (?:have|need|require|would like|wish)(?: to discuss)?(?: any)?(?: further| other)? (?:quer|question|information|assistance|"
    r"clarification|concerns)|(?:please )?(?:do not|don't) hesitate|(?:i|we) (?:hope|trust) (?:that )?(?:this|you|the)|"
    r"thank you for your (?:request|interest|patience)|please (?:remember to )?quote (?:the|this|our)|should you have any)",
    re.IGNORECASE,
)

SECTION_HEADING = re.compile(r"(?:\d{1,2} )?[A-Z][A-Za-z’' ()&/-]{2,50}")
REASONS_HEADING = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d{1,2})?\.? )?(?:(?:legal )?(?:annex|appendix|schedule)\b|(?:our |the )?reasons?\b|(?:the )?public interest\b|application of|explanation of|"
    r"(?:the )?exemptions?\b|(?:the )?exceptions?\b|conclusion\b|next steps\b|harm\b|evidence of harm|why (?:we|\d)|"
    r"(?:sections?|regulations?|s\.?|reg\.?) ?\d[\w().]* ?(?:[-–—:(]|of the|$))",
    re.IGNORECASE,
)
WEIGHING = Wording(
    r"\bpublic interest\b|\bin favour of\b|\bon balance\b|\boutweighs?\b|\bwould be likely\b|\breal weight\b|\bfactors\b|\barguments?\b",
)
ADVICE = Wording(
    r"\bif you (?:were to |could |would |wish|want|like|drop|narrow|refine|confine|limit|did)\b",
    r"\b(?:could|might|may) (?:probably |possibly |perhaps |be able to )?(?:be )?(?:provided?|done|counted|answered|possible|searched?) (?:within|if|without)",
    r"\bsection 16\b|\badvice and assistance\b|\bnarrow(?:ing|ed)?\b|\brefin(?:e|ing)\b|\b(?:likely|may|might)(?: \w+)? (?:still )?(?:to )?be exempt\b",
)
REFERENCE = re.compile(r"\W*(?:[A-Z]{2,8}\b[\w /.-]{0,30}\d[\w/.-]*\W*$|(?:re|ref|reference|our ref|date|subject)\b.{0,80}$|[A-Z][^.?\d]{0,60}$)")
REMAINING = re.compile(
    r"\W*(?:the )?(?:remaining|other|rest of (?:the|your)) (?:questions|parts|points|items|of your (?:request|questions))\b|"
    r"\W*(?:the )?(?:remainder|rest) of (?:your|the) (?:request|questions)\b",
    re.IGNORECASE,
)
VERB_NEXT = re.compile(r"\s*(?:is|was|are|were|could|can|cannot|has|have|would|will|asks?|asked|and|or)\b")
ANSWER_HEADING = re.compile(
    r"\W*(?:question|q|item|point|part)\W{0,2}\d{1,2}\W*$|\W*(?:(?:our|the|my|\w+) )?(?:answers?|response|reply|disclosure|findings?)(?: to (?:your )?(?:request|questions?))?\W*$|\W*(?:answer|response|reply)\b\W*",
    re.IGNORECASE,
)
OF_ALL = Wording(
    r"\b(?:both|neither|either|all (?:three|four|five|of (?:them|it|these|this))|each of)\b",
    r"\byour (?:request|questions)\b|\bthe (?:information|documents|data|material|records) (?:that |which )?(?:you|requested)\b",
)
RETOLD_SENTENCE = re.compile(
    rf"\W*(?:in the \w+ place,? )?(?:you(?: have|['’]ve)? (?:also )?{_ASKED}\b|i (?:refer|write|am writing)\b|your (?:request|e-?mail|letter) (?:was|is|of|dated|received)\b|thank you for)",
    re.IGNORECASE,
)
COMMON_WORDS = frozenset(
    """the and for you your are was were has have had not with from that this which what when where who whom how why many much any all
    been will would could can may its their they them there here our his her out about into over under than then also each every both
    please provide information number numbers list copy copies details request requests requested question questions held hold act
    freedom section sections regulation regulations exempt exemption council trust force police university department following
    tell send give know like see since between during last year years month months date dates does did do is it of to in on
    relation regarding relating public authority data record records document documents""".split()
)

# Outcomes ----------------------------------------------------------------------------------

_THING = r"(?:information|data|records?|documents?|figures?|details?|breakdown|statistics|e-?mails?|correspondence|minutes|reports?|copies|material|list|register|that level of detail)"
NOT_HELD = Wording(
    r"(?<!\byou )\b(?:does|do|did|has|have)(?: not|n't|n’t) (?:currently |routinely |centrally |actually |itself |already |separately |specifically |at this time |at present )?"
    r"(?:hold|held|record|recorded|collect|collate|keep|kept|capture|maintain|retain|monitor|store|log)\b(?! the view)",
    rf"(?<!\byou )\b(?:does|do|did)(?: not|n't|n’t) (?:currently )?have (?:this|that|the|any|such|a record of|recorded|access to)(?: \w+)? {_THING}",
    rf"\b(?:{_THING}|this|that|these|it)(?: you (?:have )?(?:requested|asked for|seek))?[^.;\n]{{0,60}}?\b(?:is|are|was|were)(?: not|n['’]t) (?:currently |routinely |centrally |itself |something (?:that )?(?:is |we ))?(?:held|recorded|collected|collated|kept|captured|stored|available (?:in|within) (?:a|an|our)? ?report)",
    r"(?:\bnot|n['’]t) (?:held|recorded|collected|collated)\b|\bnothing (?:is |was )?held\b|(?:does|do)n['’]t exist\b|\bdoes not calculate\b",
    rf"\b(?:no|nil) (?:recorded |relevant |such |further |responsive )?{_THING} (?:is|are|was|were|has been|have been|being)? ?(?:held|recorded|located|found|identified|collected|kept|sent|exists?)",
    rf"\b(?:holds?|held|have|has) no (?:recorded |relevant |such )?{_THING}\b",
    rf"\bthere (?:are|is|were|was|have been|has been) no (?:recorded |relevant |such )?{_THING}\b",
    r"(?:\bnot|n't|n’t)(?: \w+){0,2} (?:information|something|anything|data|a figure) (?:that )?(?:we|the \w+|i) (?:hold|held|holds|have|keep|record)",
    rf"\b(?:have|has|holds?|keeps?|possess(?:es)?) no (?:\w+ ){{0,2}}(?:{_THING}|note|count|list)\b|\bno {_THING} about\b",
    r"\b(?:none|nothing) (?:was|were|is|are|has been|have been) (?:found|held|located|identified|recorded|kept)\b|\bneither exists\b",
    r"\bhold(?:s)? (?:neither|nothing|none)\b|\b(?:does|do) not hold (?:either|any)\b|\bdoes not exist\b|\bnot held\b|\bneither [^.;]{1,80} (?:is|are) held\b",
    r"\bnot something (?:we|that we|that could be|the \w+) (?:keep|record|hold|told|note|collect)|\bkeep no (?:note|record|count)\b",
    r"\bwould have to be (?:created|worked out)\b|\bno record (?:of (?:this|it|that|them) )?(?:is|was|exists?|has)\b",
    r"\bno (?:recorded )?information held\b|\binformation not held\b|\bno data\b(?! protection)|\bdata not held\b|\bno record is kept\b",
    r"\bnot (?:able to|available)[^.\n]{0,40}\bin (?:a|the|any) (?:reportable|retrievable|requested|centrally) (?:format|form|held)",
    r"\bis not (?:the responsibility|a function) of\b",
    r"\b(?:unable|not able) to (?:locate|find|trace|identify) any\b",
    r"\b(?:searches?|search)[^.\n]{0,60} (?:found|located|identified|returned|revealed) (?:no|nothing|nil)\b",
    r"\bnid yw[^.\n]{0,60} yn (?:dal|cadw)\b",
)
NOT_HELD_CONDITION = Wording(
    r"\bif (?:the |this |any )?(?:information|it|we|data)[^.\n]{0,30}(?:is |are )?not (?:held|hold)",
    r"\bwhether (?:or not )?(?:the |we |it )",
    r"\bmay not hold\b|\bmight not hold\b",
    r"reply [\"“']?unknown",
)
NOT_APPLIED = Wording(
    r"\b(?:likely to be|would (?:normally |probably |in our view |then |also )?be|may (?:still |also )?be|might (?:still |also )?be|could (?:still |also )?be) exempt\b",
    r"\b(?:is|was|are|were|been|be) not (?:in fact |therefore |properly )?(?:engaged|applied|relied|cited|exempt|justified|applicable)\b",
    r"\bno longer (?:rel|appl|cit|seek)|\bwithdraw\w*|\boverturn\w*|\bset aside\b|\bwrong\w*|\bincorrect\w*|\bnot have (?:been )?(?:applied|cited|relied|refused)",
    r"\b(?:do|does|did) not (?:agree|apply|exceed|think (?:that )?(?:we|it|section))\b|\bnot have been (?:applied|cited|withheld|refused)\b|\bwithout redaction\b",
    r"\b(?:was|were|had been) (?:originally |previously |first |initially )?(?:refused|withheld) (?:on|under|at first|by)\b|\bthe first (?:reply|response|decision),? (?:of|relied|was)\b",
)
COST = Wording(
    r"\bexceeds?\b[^.]{0,60}\b(?:appropriate|cost|fees?|time|18|eighteen|24|3\.5|450|600)[^.]{0,20}\b(?:limit|threshold|hours?)?",
    r"\b(?:over|above|beyond|more than|excess of|within) the (?:appropriate |cost |time |fees? )+(?:limit|threshold)",
    r"\bmore than the cost limit\b|\b(?:section 12|s\.?12)\b[^.]{0,40}\bcost limit",
    r"\bcost of compliance\b[^.]{0,60}\bexceed",
)
NCND = Wording(
    r"\b(?:can |could |will |must |wish to |to )?neither (?:to )?confirms? n?or (?:to )?den(?:y|ies)\b",
    r"\bneither (?:to )?confirm(?:ing)? (?:n|)or (?:to )?deny(?:ing)?\b",
    r"\b(?:not|refus\w+|exempt\w* (?:us|the \w+)? ?from|no|excluded?|relieves?)\b[^.]{0,60}\b(?:obliged|required|obligation|duty|to)\b[^.]{0,30}\bconfirm (?:n?or|whether|that)\b[^.]{0,20}\bden",
    r"\bduty (?:to confirm or deny|in section 1\(1\)\(a\)|under section 1\(1\)\(a\))[^.]{0,60}\bdo(?:es)? not (?:apply|arise)",
)
NCND_OTHER = re.compile(
    r"\b(?:any )?(?:other|further|additional) (?:information|data|records?|material)\b|\banything (?:else|further)\b",
    re.IGNORECASE,
)
NCND_RHETORIC = Wording(
    r"\b(?:were|should|if) (?:we|the \w+|it|i)(?: to)? confirm\b",
    r"\bconfirm(?:ing|ation) (?:or|nor) den(?:y|ial|ying)\b[^.]{0,120}\b(?:would|could|is not necessary|may)\b",
    r"\b(?:provides?|sets? out|states?|allows?|enables?) (?:that|a|for|an|the)?\b[^.]{0,80}\b(?:confirm|deny)",
    r"\bpublic interest\b[^.]{0,60}\bconfirm",
    r"\bstate (?:whether|in writing)\b",
)
VEXATIOUS = Wording(
    r"(?<!not treated it as )(?<!not regard it as )(?<!not consider it )(?<!not been treated as )\bvexatious\b",
    r"\bdisproportionate or unjustified\b",
    r"\bmanifestly unreasonable\b[^.]{0,80}\b(?:burden|behaviour|tone|pattern|harass)",
)
REPEATED = Wording(r"\b(?:repeat(?:ed)?|substantially similar|identical) (?:request|or)\b")
ACCESSIBLE = Wording(
    r"\b(?:reasonably |already |otherwise |readily )(?:accessible|available)\b",
    r"\baccessible (?:to (?:you|the applicant)|by other means|elsewhere)\b",
    r"\balready (?:been )?(?:published|in the public domain)\b",
    r"\bpublicly (?:available|accessible)\b",
)
ACCESSIBLE_UNDER_LAW = Wording(
    r"^\W*(?:section|s\.?) ?21\b(?! of)|\b(?:section|s\.?) ?21\b[^;]{0,60}\b(?:see|https?:|www)",
    r"\b(?:section|s\.?) ?21\b(?! notices?)(?! of the housing)[^;]{0,140}\b(?:appl(?:y|ies|ied)|exempts?|says|accessible|engaged|available|already)\b",
    r"\b(?:accessible|available|exempt\w*|can (?:already )?(?:get|obtain|find|reach|read))\b[^;]{0,140}\b(?:section|s\.?) ?21\b(?! notices?)(?! of the housing)",
    r"\b(?:accessible|available)\b[^.]{0,120}\b(?:exempt|section 21|s\.? ?21|6\(1\)\(b\)|section 25)\b",
    r"\bexempt\b[^.]{0,160}\b(?:accessible|available) (?:to|by|elsewhere|via|through)\b",
)
FUTURE = Wording(
    r"\b(?:intend(?:ed|s)?|due|scheduled|plan(?:s|ned)?|going|expected) (?:for|to be|to|for future) (?:future )?publi(?:sh|cation)\w*",
    r"\b(?:future publication|will be published|publish(?:ed)? in due course|with a view to (?:its )?publication)\b",
)
WITHHELD = Wording(
    r"\b(?:is|are|was|were|be|being|been|therefore|it|information|data|details|names?)\b[^.\n]{0,60}\bexempt(?:ed|ion)?\b[^.\n]{0,40}\b(?:from|under|by|disclos|because|as|pursuant|in accordance)",
    r"^\W*not (?:provided|disclosed|released|supplied|enclosed)\b",
    r"\bexempt (?:from (?:disclosure|release)|under|by virtue)\b|\bexempted\b|^\W*(?:exempt|withheld|refused)\b",
    r"(?:\bnot|n't|n’t) (?:be )?(?:going to|prepared to|willing to|able to)? ?(?:giv(?:e|ing) (?:out|you|the|them)|hand(?:ing)? over|let(?:ting)? you have|send(?:ing)? (?:you|the|them)|mak(?:e|ing) (?:it|them|the \w+) available|shar(?:e|ing)|be provid\w+|provid\w+ (?:the|it|them|you))",
    r"\b(?:decision|decided|propose|intend\w*|chosen)(?: is)? not to (?:release|disclose|provide|publish|supply|send)",
    r"\bappl(?:y|ying|ied) (?:the )?(?:exemption|exception|section|ss?\.?|regulation|reg\.?)s? ?(?:at |in |under )?\(?\d[^.]{0,60}\b(?:to the whole|to (?:this|your|these|it|all))",
    r"\bexempts? (?:it|them|what|the|these|this|such)\b",
    r"\b(?:withheld|withholding|withhold)\b",
    r"\b(?:refus(?:e|es|ed|ing|al))\b(?! notice)",
    r"\b(?:not|unable to|cannot|can't|won't|decided not to) (?:be )?(?:disclos\w*|releas\w*|provid\w* (?:you with )?(?:this|the|that|a copy|names?|details))",
    r"\bcommercial(?:ly)?[- ]sensitive\b|\bcommercial in confidence\b",
    r"\b(?:exemption|exception|section \d+\w?(?:\(\w+\))*|regulation \d+(?:\(\w+\))*)(?: \([^)]{3,60}\))? (?:(?:is|are) (?:therefore |also )?(?:engaged|applied|relied)|appl(?:y|ies)|has been applied|is being applied)\b",
)
REDACTED = Wording(
    r"\bredact(?:ed|ing|ions?)\b",
    r"\b(?:some|part|parts|certain|remaining|remainder|rest|elements?|portion|limited|small amount)\b[^.\n]{0,50}\b(?:information|data|details|document|request|it|content)\b[^.\n]{0,60}\b(?:exempt|with(?:held|hold)|not|remov|redact)",
    r"\b(?:with the exception of|except for|apart from|other than|excluding)\b",
    r"\b(?:names?|details|identities|signatures|contact|scp|figures?|e-?mail addresses)\b[^.\n]{0,80}\b(?:withheld|removed|redacted|suppressed|omitted|excluded|blanked|obscured)",
    r"\b(?:suppressed|fewer than (?:five|5|ten|10|six|6)|less than (?:five|5|ten|10)|<\s?\d{1,2}\b|low numbers?|small numbers?)",
    r"\bsubject to (?:the )?redaction|\bpartial(?:ly)? (?:disclos|releas|withh)",
    r"\bcannot (?:be )?br(?:eak|oken) down\b",
)
DISCLOSED = Wording(
    r"\b(?:please )?(?:find|see)(?: our| the| a)?(?: \w+){0,4} (?:attached|enclosed|below|above|appended|herewith|table|spreadsheet|document|link)",
    r"\b(?:attached|enclosed|appended|provided (?:below|at|in|as|herewith)|set out (?:below|in|at)|shown (?:below|in)|listed below|detailed below|follows)\b",
    r"\b(?:is|are|has been|have been|being) (?:disclosed|released|provided|supplied)\b(?! by)",
    r"\b(?:can|able to|pleased to|happy to|decided to|will) (?:confirm|disclose|release|provide|supply|share|advise)\b(?! (?:the names|this|whether))",
    r"\b(?:attach|enclose|provide) (?:the|a|our|copies|herewith|an|all|some)\b",
    r"https?://|\bwww\.|\blinks?\b",
)
CLARIFY = Wording(
    r"\b(?:please|could you|can you) (?:please )?(?:clarify|specify)\b",
    r"\b(?:require|need|seek|request) (?:further |more |some )?clarification\b",
)
TRANSFERRED = Wording(
    r"\b(?:transferred|forwarded|passed|redirected) (?:your|this|the|that part of) (?:\w+ )?(?:request|question|enquiry|part)?[^.\n]{0,40}\bto\b",
    r"\btransfer(?:red)? (?:your|this|the) request\b",
)
SIGNPOST = Wording(
    r"\b(?:you (?:may|might|should|will need to|can|could) (?:wish|want|need|like)?(?: to)? ?(?:contact|approach|direct|redirect|submit|re-?submit|address|ask|write|make)|(?:suggest|advise|recommend)(?: that)? you (?:contact|direct|approach|make|submit)|please (?:contact|direct your|redirect|re-?direct))\b",
)
NOT_A_REQUEST = Wording(
    r"(?:\bnot|n't|n’t) (?:been )?(?:dealt|deal|dealing|treated?|handled?|processed) (?:with )?(?:it|your \w+|this|them|as)?[^.;]{0,40}\bas (?:a )?requests?\b",
    r"\bnot (?:on the list|a public authority|subject to|covered by|bound by)\b[^.;]{0,60}\b(?:act|foia|freedom|authorit|eir)",
    r"\bdoes not (?:stretch|extend|reach) to\b[^.;]{0,40}\bopinion",
    r"\b(?:does not|do not) oblige us to (?:form|state|give|have|create|answer)",
)
OUTSIDE = Wording(
    r"\b(?:requests?|questions?) for (?:an? |your |our )?(?:opinions?|comments?|views?)\b|\bnot for recorded information\b",
    r"\bnot (?:a )?(?:valid )?(?:request|requests|question)s? for (?:recorded )?information\b",
    r"\boutside (?:of )?(?:the )?(?:scope of )?(?:the )?(?:act|foi|freedom|eir)\b",
    r"\b(?:business as usual|normal course of business|subject access request)\b[^.\n]{0,80}\b(?:handled|dealt|treated|processed|respond)",
    r"\b(?:does not|do not) (?:cover|extend to|require|oblige)[^.\n]{0,60}\b(?:opinion|explanation|create|comment)",
    r"\b(?:only (?:applies|provides a right|covers|extends)|right of access)\b[^.\n]{0,30}\bto (?:recorded )?information\b[^.\n]{0,20}\b(?:held|already)",
)
FEE = Wording(
    r"\bfees? notice\b|\b(?:require|ask for|need) (?:it|this|payment|the (?:fee|charge|money)) (?:in advance|before)\b|\breasonable charge\b[^.]{0,80}\badvance\b",
    r"\b(?:cheque|payment|fee)\b[^.]{0,80}\b(?:before we (?:begin|start|send|copy)|in advance|within three months)\b",
)
LAPSED = Wording(
    r"\bnot heard from you\b|\b(?:have|has)(?: now| therefore)? closed (?:the|your|this) (?:request|case|file)\b",
    r"\b(?:request|case)\b[^.]{0,30}\b(?:is|was|has been|have been|as)(?: now| therefore| treated as| being)? (?:closed|withdrawn|lapsed)\b",
)
LATER = Wording(
    r"\b(?:to follow|will (?:be )?(?:sent|send|provided?|follow|forward|respond|reply)|we hope to (?:provide|send))\b[^.\n]{0,60}\b(?:follow|shortly|separately|tomorrow|soon|due course|later|next|by|when|you)?",
)
ATTACHES = Wording(
    r"\b(?:find|see|refer to)(?: \w+){0,5} (?:attached|enclosed|appended|herewith|attachment|enclosure|spreadsheet)\b",
    r"\b(?:is|are|as) (?:attached|enclosed|appended|provided (?:below|at|in|as|herewith)|set out (?:below|in|at)|shown (?:below|in)|listed below|detailed below|as follows)\b",
    r"\b(?:i|we) (?:attach|enclose|have (?:attached|enclosed))\b|^\W*(?:attached|enclosed)\b|\bsee (?:the )?(?:table|figures?|chart|attached)\b|\btable below\b",
    r"\b(?:is|are|has been|have been|being|been) (?:disclosed|released|provided|supplied)\b(?! (?:by|under|because|as (?:it|this)))",
    r"\b(?:able to|pleased to|happy to|decided to) (?:disclose|release|provide|supply|send)\b(?! (?:the names|this|whether))",
)
LINKS = re.compile(
    r"https?://|\bwww\.|\b(?:following|this|the) (?:web ?)?(?:link|page|website|site)s?\b", re.IGNORECASE
)
REASON_GIVEN = re.compile(r"\b(?:reasons?|exemptions?|exceptions?|explanation|arguments?)\b", re.IGNORECASE)
REASONING = re.compile(
    r"\b(?:would|could|should|might|likely|because|since|harm\w*|interests?|hours?|minutes?|estimat\w*|limit|search\w*|manual\w*|balance|weigh\w*|"
    r"favour\w*|against|outweigh\w*|holds?|held|exempt\w*|reasons?|if you|you (?:may|can)|we (?:think|consider|believe|judge)|cost of|in order to|so that)\b",
    re.IGNORECASE,
)
LABELLED = re.compile(r"[A-Z][\w’' ]{0,30}: (?!exempt|withheld|refused|not |section|s\.?\d)\S", re.IGNORECASE)
LEGAL = re.compile(
    r"\b(?:act|gdpr|sections?|articles?|regulations?|exempt\w*|exceptions?|public interest|prejudice|foisa|foia|eirs?)\b|"
    r"\b(?:ss?|regs?|r|sect?)\.? ?\d",
    re.IGNORECASE,
)
INTRO = Wording(
    r"^\W*thank you for (?:your|the)\b",
    r"^\W*(?:i|we) (?:am|are|write|refer)\b[^.]{0,20}\b(?:writ\w+|respond\w+|refer|contact\w+|in receipt)\b",
    r"^\W*(?:further|with reference|in response|in reply|following) to\b[^.]{0,160}\b(?:request|e-?mail|letter)\b[^.]{0,60}$",
    r"\b(?:find|see)(?: \w+){0,3} (?:below|our|the council|the trust|attached)?[^.]{0,60}\b(?:response|answers?|reply)\b[^.]{0,60}(?:below|request|follows|attached)?\W*$",
    r"^\W*(?:i|we) apologi[sz]e\b|^\W*(?:please accept )?(?:my|our) apologies\b|^\W*(?:i|we)(?: am| are)? sorry\b",
    r"\b(?:request|enquiry) (?:has been|was|is being) (?:handled|dealt with|considered|processed|received|answered)\b",
    r"^\W*(?:our |your )?ref(?:erence)?\b|^\W*(?:re|subject|date)\s?[:–-]|^\W*dear\b|^\W*freedom of information\b.{0,60}$",
    r"\byou (?:asked|requested|wrote)\b[^.]{0,200}$",
)
GENERAL_REFUSAL = Wording(
    r"\b(?:the information (?:that )?you (?:have )?(?:requested|asked for)|all (?:of )?the (?:requested )?information|your (?:entire |whole )?request|the (?:requested information|request as a whole|whole (?:of (?:your|the) )?request))\b",
    r"\bcomply with (?:your|the) request\b|\bprocess (?:your|this) request\b",
)
PART_GIVEN = Wording(
    r"\b(?:disclos\w+|releas\w+|provid\w+|suppl(?:y|ied|ying)|enclos\w+|attached|send(?:ing)?|sent)\b(?: you)?(?: is| are| it| them)?[^.;]{0,20}\b(?:in part\b|in (?:a )?redacted|with redactions?|partly|some of|most of|subject to redaction)",
)
STAMP = re.compile(r"\[[^\]\n]{0,40}\b(?:withheld|redacted|exempt|s\.? ?\d\d)[^\]\n]{0,40}\]", re.IGNORECASE)
REMOVED = re.compile(
    r"\b(?:removed|taken out|left out|deleted|blacked out|blanked out|struck out|obscured|masked)\b(?! from (?:the )?(?:road|site|list|school))", re.IGNORECASE
)
REDACTED_NAMES = re.compile(
    r"\bredacted\b|\b(?:names?|details|identit\w+|signatures?)\b[^.\n]{0,60}\b(?:removed|blanked|blacked|obscured|masked|omitted|deleted|taken out|left out)\b",
    re.IGNORECASE,
)
REDACTION = re.compile(
    r"\bredact(?:ed|ing|ions?)\b|\b(?:names?|details|identit\w+|signatures?|numbers?|figures?|scp|values?)\b[^.\n]{0,60}\b(?:removed|suppressed|blanked|blacked|obscured|masked|omitted)\b|"
    r"\b(?:fewer than (?:five|5|ten|10|six|6)|less than (?:five|5|ten|10)|low numbers?|small numbers?|suppressed)|<\s?\d{1,2}\b|(?<=[\s:])[*^]{1,2}(?=[;,.]|$)",
    re.IGNORECASE,
)
SEE_ABOVE = re.compile(
    r"^\W*(?:please )?(?:(?:see|refer to|as|same as|covered by)\b(?: (?:the|our|my|at|in|to|for|per|given|provided|stated|explained))*"
    r" ?(?:answer|response|reply|comments?|link|information)?s?\s?(?:(?:to|given|provided|at|in|for) )*(?:above|question|q|point|part|item|number|no|\d{1,2}[a-h]?\b)"
    r"|as above|see above|same as above|as per|ditto)",
    re.IGNORECASE,
)
SEE_NUMBER = re.compile(
    r"^\W*(?:please )?(?:see|refer to|as|same as|covered by)\b[^.\d]{0,50}?(?:answers?|response|reply|at|in|to|no|number|as|question|item|point)?\.? ?(?:q\.? ?)?(\d{1,2}[a-h]?)\b", re.IGNORECASE
)
SEE_BELOW = re.compile(
    r"^\W*(?:please )?see (?:the )?(?:response |answer |reply )?(?:to question \d+ )?below\W*$", re.IGNORECASE
)
NIL = re.compile(r"^\W*(?:none|nil|zero|0|n/?a|not applicable|no|yes|unknown)\b", re.IGNORECASE)
NARRATIVE = Wording(
    r"\b(?:depends? on|each case|on a case[- ]by[- ]case|as and when|in general|generally|typically|normally|usually|policy is|our approach|the process|"
    r"the procedure|is responsible for|we follow|we aim|we (?:are|will be) (?:working|developing|undertaking)|would be|would need|our understanding|in the process of)\b",
)
WHY_ASK = re.compile(
    r"\W*(?:please )?(?:(?:can|could) you )?(?:why\b|explain\b|(?:what (?:is|are) )?(?:the |your )?(?:reasons?|rationale|justification|views?|opinion)\b|"
    r"do you (?:think|believe|agree|accept|consider)\b|what do you (?:think|intend))", re.IGNORECASE
)
NARRATIVE_ASK = re.compile(
    r"^\W*(?:please )?(?:why|how (?:do|does|did|is|are|will|would|can)|what (?:is|are|was|were) (?:the |your )?(?:process|policy|approach|reason|procedure|rationale|justification|view|opinion)|explain|describe|can you explain|in what way)\b",
    re.IGNORECASE,
)
DECISION_ALL = Wording(
    r"\b(?:decided|determined|pleased|able|happy)\b[^.\n]{0,40}\bto (?:disclose|release|provide|supply|respond)[^.\n]{0,20}\b(?:all|in full|the requested information|the information you (?:have )?requested)\b",
    r"\b(?:disclos|releas|provid)\w+[^.\n]{0,30}\bin full\b",
)
DECISION_SOME = Wording(
    r"\b(?:decided|determined|able)\b[^.\n]{0,40}\bto (?:partially )?(?:disclose|release|provide|supply)[^.\n]{0,20}\b(?:some|part|a redacted)\b",
    r"\bwithholding (?:some|part|certain|the remain)",
    r"\bpartial(?:ly)? (?:disclos|releas|refus|exempt)",
    r"\bsome (?:of the )?(?:information|data|material)[^.\n]{0,60}\b(?:is|are|has been|have been) (?:being )?(?:withheld|exempt|redacted|refused)",
)
DECISION_NONE = Wording(
    r"\b(?:decided|determined)\b[^.\n]{0,40}\bnot to (?:disclose|release|provide|supply)\b",
    r"\brefus(?:e|ed|ing|al) (?:of )?your (?:entire |whole )?request\b",
    r"\bour refusal to provide this information\b|\brefusal to (?:provide|disclose|release) (?:this|the) information\b",
)
REVIEW_UPHELD = Wording(
    r"\b(?:i |we |therefore |and )?(?:fully )?uph(?:old|olds|eld|olding) (?:the |our |this |that )?(?:\w+ )?(?:original |initial |first )?(?:decision|response|application|use|refusal|exemption|position|handling|reliance|ncnd)",
    r"\b(?:decision|response|refusal|exemption|application|handling|outcome)[^.\n]{0,60}\b(?:is|was|has been|should be|be) (?:therefore )?(?:fully )?upheld\b",
    r"\bsatisfied (?:that )?(?:the|with|our)[^.\n]{0,80}\b(?:correct\w*|appropriate\w*|information (?:provided|you requested)|accurate|properly|was the|right)",
    r"\b(?:correct\w*|right\w*|appropriate\w*|properly) (?:applied|to (?:apply|refuse|withhold|rely|cite)|handled|refused|withheld)\b",
    r"\bnot uph(?:eld|old)[^.\n]{0,40}\bcomplaint|\bcomplaint[^.\n]{0,40}\bnot (?:been )?upheld\b|\bdo not uphold your\b",
)
REVIEW_OVERTURNED = Wording(
    r"\b(?:overturn|set aside|revers)\w*\b",
    r"\b(?:complaint|appeal)[^.\n]{0,40}\b(?:is|was|has been|be) upheld\b|\buphold(?:ing)? your (?:complaint|appeal)\b",
    r"\b(?:incorrect\w*|wrong\w*|should not have been|inappropriate\w*|mistaken\w*) (?:applied|cited|withheld|refused|relied)\b",
    r"\b(?:exemption|section|refusal)[^.\n]{0,60}\b(?:withdrawn|no longer (?:rel|appl))",
    r"\bno longer (?:wish to )?(?:rely|relies|relying|seek)\b",
    r"\b(?:can|will|am|are) now (?:be )?(?:able to )?(?:disclos|releas|provid)",
)
REVIEW_PARTLY = Wording(
    r"\b(?:partial(?:ly)?|in part|partly|part) (?:uph|overturn|set aside|upheld)",
    r"\bup(?:held|holding|hold)\b[^.\n]{0,40}\b(?:in part|partially|partly)\b",
    r"\bshould have (?:considered|offered|provided|told|explained|been)\b",
    r"\bfurther (?:information|documents?|material)[^.\n]{0,60}\b(?:can|is|are|now|has) (?:now )?(?:be(?:en)? )?(?:disclos|releas|provid|attached|enclosed)",
)

# Letters -----------------------------------------------------------------------------------

ATTACHED = re.compile(r"\b(?:attached|enclosed|appended)\b", re.IGNORECASE)
RETELLING = re.compile(
    r"^\W*(?:you (?:asked|requested|wrote)|your request|i note you)\b[^?]{0,200}[:;]\s?-?$", re.IGNORECASE
)
NEVER_ANSWERED = Wording(
    r"\bfail(?:ure|ed|ing) to (?:respond|reply|answer|provide (?:you with )?a response)\b",
    r"\b(?:did not|had not|have not|not) (?:received? )?(?:respond(?:ed)?|repl(?:y|ied)|a response)\b[^.]{0,80}\b(?:deadline|20 working|within|time)",
)
RELATING_TO = re.compile(
    r"\brequest (?:for information )?(?:relating to|regarding|concerning|about|on)\s?:?\s(.{8,160}?)(?:,? which (?:we|was|you)|\breceived\b|\bdated\b|[.;\n])",
    re.IGNORECASE,
)
STOP_WORDS = {
    "inform",
    "reques",
    "releva",
    "which",
    "with",
    "from",
    "that",
    "this",
    "under",
    "freedo",
    "your",
    "have",
    "living",
}
SUPPLEMENT = re.compile(
    r"\b(?:answers?|responses?|reply|information)\b[^.\n]{0,40}\b(?:to|for) (?:q|question|point)s? ?\d[^.\n]{0,60}\b(?:miss|omit|overlook|outstanding)|"
    r"\b(?:missed|omitted|overlooked|outstanding) (?:question|answer|part|point)",
    re.IGNORECASE,
)
