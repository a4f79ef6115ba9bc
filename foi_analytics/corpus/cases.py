"""One case for each request: which of its letters decided it, when, whether in time, and what became of it.

The first decision is the first response that does something with the information, also where
it is not known what, as when all is in a file that is not there.  Later
letters change it when they answer the same request: a supplement, a corrected answer, a review
that does not uphold.  What answers a new request made in the same correspondence does not.
A letter that belongs to no case is a case of its own; so is a request without a letter.  That one
is not called open: a disclosure log may list its outcome and keep the letter to itself.

A request to clarify starts the clock anew when the requester has told more (FOIA and FOISA s.1(3),
s.10; EIR and EI(S)R reg.9): on the day of the next message, if it came before the decision.  Under
the Regulations it has to be made within the ordinary limit (reg.9(2)), else it changes nothing.

An extension counts when its notice came within the ordinary limit (FOIA s.17(1), EIR and EI(S)R
reg.7(3)).  Under FOIA it ends on the day the notice names, else when the Code of Practice would
have it end; under the Regulations after 40 working days, whatever is promised.
"""

# ruff: noqa: S608 - only names of this module are put into these queries

__all__ = ["CASES_SQL"]

_UNDECIDED = "'not_answered', 'clarification_sought', 'acknowledgement', 'holding_pit_extension'"
_REGULATIONS = "'eir2004', 'eisr2004'"
_ONE_NATION = "['foia2000', 'eir2004'], ['foisa2002', 'eisr2004']"

_READ = f"""
    messages AS (
        SELECT
            coalesce(case_id, letter_id) AS case_id, letter_id, authority, title, source, source_outcome, date,
            request, kind, outcome, regimes, extensions[1] AS extension,
            CASE WHEN outcome = 'internal_review_upheld' THEN NULL ELSE disposition END AS disposition,
            row_number() OVER (PARTITION BY coalesce(case_id, letter_id) ORDER BY date NULLS LAST, "row") AS place
        FROM latest_letters LEFT JOIN latest_readings USING (letter_id)
    ),
    decisions AS (
        SELECT *, first_value(request) OVER (PARTITION BY case_id ORDER BY place) AS first_request FROM messages
        WHERE kind IN ('response', 'internal_review')
        AND (disposition NOT IN ({_UNDECIDED}) OR outcome LIKE 'internal_review%')
    ),
    decided AS (
        SELECT
            case_id,
            min(place) AS first_place,
            min_by(kind, place) AS first_kind,
            min_by(letter_id, place) AS first_decision,
            min_by(outcome, place) AS first_outcome,
            min(date) AS first_decided,
            max_by(letter_id, place) AS last_decision,
            max(date) AS last_decided,
            max_by(outcome, place) FILTER (outcome LIKE 'internal_review%') AS review_outcome,
            coalesce(
                max_by(disposition, place) FILTER (disposition NOT IN ({_UNDECIDED}, 'unknown')), 'unknown'
            ) AS outcome
        FROM decisions
        WHERE request IS NOT DISTINCT FROM first_request OR kind = 'internal_review'
        GROUP BY case_id
    ),
    corresponded AS (
        SELECT
            case_id,
            any_value(authority) AS authority, min_by(title, place) AS title, any_value(source) AS source,
            any_value(source_outcome) AS source_outcome,
            count(*) AS letters,
            bool_or(kind = 'clarification_request') AS clarified,
            max_by(kind, place) AS last_kind
        FROM messages GROUP BY case_id
    )"""
"""What the letters of each case say."""

_TIMED = f"""
    awaited AS (
        SELECT
            case_id,
            max_by(regimes, place) FILTER (regimes <> ['none']) AS regimes,
            coalesce(bool_or(kind = 'clarification_request'), false) AS asked_back,
            min(date) FILTER (kind = 'clarification_request') AS first_asked_back,
            max(date) FILTER (kind = 'clarification_request') AS last_asked_back,
            max_by(extension.provision, place) FILTER (extension IS NOT NULL) AS power,
            min(date) FILTER (extension IS NOT NULL) AS notified,
            max(extension.until) AS until
        FROM messages LEFT JOIN decided USING (case_id) WHERE place <= coalesce(first_place, place)
        GROUP BY case_id
    ),
    clocks AS (
        SELECT
            *,
            CASE WHEN len(regimes) = 1 OR regimes IN ({_ONE_NATION}) THEN regimes[1] END AS regime,
            CASE
                WHEN NOT asked_back OR (
                    regime IN ({_REGULATIONS}) AND first_asked_back > due_date(regime, requested, 'answer')
                ) THEN requested
                ELSE list_min(list_filter(
                    later, lambda day: day BETWEEN last_asked_back AND coalesce(first_decided, day)
                ))
            END AS received,
            due_date(regime, received, 'answer') AS ordinary,
            CASE WHEN notified <= ordinary AND list_contains(regimes, split_part(power, ':', 1)) THEN
                CASE WHEN power LIKE 'foia2000:%'
                THEN coalesce(until, due_date('foia2000', received, 'public_interest'))
                ELSE due_date(split_part(power, ':', 1), received, 'extended') END
            END AS permitted,
            greatest(ordinary, permitted) AS due
        FROM awaited LEFT JOIN decided USING (case_id)
        LEFT JOIN (SELECT case_id, date AS requested, later FROM requests) requests USING (case_id)
    ),
    timed AS (
        SELECT
            case_id, regime, due, power IS NOT NULL AS extended,
            CASE WHEN first_kind = 'response' THEN working_days(regime, received, first_decided) END AS replied_in,
            CASE
                WHEN replied_in IS NULL OR due IS NULL THEN NULL
                WHEN first_decided <= ordinary THEN 'in_time'
                WHEN first_decided <= due THEN 'in_extension'
                ELSE 'late'
            END AS timeliness
        FROM clocks
    )"""
"""The clock of each case; `due_date` and `working_days` are those of `foi_analytics.corpus.clock`."""

CASES_SQL = f"""
    WITH {_READ}, {_TIMED}
    SELECT
        case_id,
        coalesce(requests.authority, corresponded.authority) AS authority,
        coalesce(requests.title, corresponded.title) AS title,
        coalesce(requests.source, corresponded.source) AS source,
        requests.date AS requested,
        regime, due,
        coalesce(letters, 0) AS letters,
        CASE
            WHEN review_outcome IS NOT NULL THEN 'reviewed'
            WHEN first_decision IS NOT NULL THEN 'decided'
            WHEN last_kind IS NULL THEN 'no_letter'
            ELSE 'open'
        END AS status,
        CASE
            WHEN last_kind IS NULL THEN NULL
            WHEN first_decision IS NULL THEN 'open'
            ELSE timeliness
        END AS timeliness,
        replied_in,
        first_decision, first_decided, first_outcome,
        last_decision, last_decided, review_outcome,
        outcome,
        coalesce(clarified, false) AS clarified,
        coalesce(extended, false) AS extended,
        coalesce(requests.source_outcome, corresponded.source_outcome) AS source_outcome
    FROM corresponded
    LEFT JOIN decided USING (case_id)
    LEFT JOIN timed USING (case_id)
    FULL JOIN requests USING (case_id)"""
"""The table `cases`, with the columns of `foi_analytics.records.Case`."""
