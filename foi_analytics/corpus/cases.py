"""One case for each request: which of its letters decided it, when, and what became of it.

The first decision is the first response that does something with the information, also where
it is not known what, as when all is in a file that is not there.  Later
letters change it when they answer the same request: a supplement, a corrected answer, a review
that does not uphold.  What answers a new request made in the same correspondence does not.
A letter that belongs to no case is a case of its own; so is a request that nobody answered.
"""

__all__ = ["CASES_SQL"]

_UNDECIDED = "'not_answered', 'clarification_sought', 'acknowledgement', 'holding_pit_extension'"

CASES_SQL = f"""
    WITH messages AS (
        SELECT
            coalesce(case_id, letter_id) AS case_id, letter_id, authority, title, source, source_outcome, date,
            request, kind, outcome,
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
            bool_or(kind = 'holding') AS extended,
            max_by(kind, place) AS last_kind
        FROM messages GROUP BY case_id
    )
    SELECT
        case_id,
        coalesce(requests.authority, corresponded.authority) AS authority,
        coalesce(requests.title, corresponded.title) AS title,
        coalesce(requests.source, corresponded.source) AS source,
        requests.date AS requested,
        coalesce(letters, 0) AS letters,
        CASE
            WHEN review_outcome IS NOT NULL THEN 'reviewed'
            WHEN first_decision IS NOT NULL THEN 'decided'
            WHEN last_kind IS NULL THEN 'no_letter'
            ELSE 'open'
        END AS status,
        first_decision, first_decided, first_outcome,
        last_decision, last_decided, review_outcome,
        outcome,
        coalesce(clarified, false) AS clarified,
        coalesce(extended, false) AS extended,
        coalesce(requests.source_outcome, corresponded.source_outcome) AS source_outcome
    FROM corresponded
    LEFT JOIN decided USING (case_id)
    FULL JOIN requests USING (case_id)"""  # noqa: S608 - only names of this module
"""The table `cases`, with the columns of `foi_analytics.records.Case`."""
