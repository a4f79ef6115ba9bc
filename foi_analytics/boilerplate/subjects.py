"""What passages are about, and how much of the reasoning for each ground is repeated, as SQL.

The queries name the tables `reuse`, `citations`, `arguments`, `exemptions` and `questions`.
A finding belongs to the passage in which it begins.
"""

# ruff: noqa: S608 - only names of this package are put into these queries

from ..records import RELIED_ON

__all__ = ["PROVISIONS_SQL", "REASONS_SQL", "SUBJECTS_SQL"]

_WEIGHING = ("public_interest_for", "public_interest_against", "balance")
_REASONING = ("prejudice", "harm", "qualified_opinion")
_RIGHTS = ("review_right", "regulator_right")
_WITHIN = 'f.letter_id = r.letter_id AND f.start >= r.start AND f.start < r."end"'
_RELYING = f"""
    SELECT letter_id, start, role, unnest(provisions) AS provision FROM citations
    WHERE role IN {tuple(sorted(RELIED_ON))}
    UNION ALL SELECT letter_id, start, role, provision FROM exemptions"""
_PASSAGES = 'SELECT letter_id, start, "end" FROM reuse'

SUBJECTS_SQL = f"""
    WITH argued AS (
        SELECT r.letter_id, r.start,
            coalesce(sum(f."end" - f.start) FILTER (kind IN {_WEIGHING}), 0) AS weighing,
            coalesce(sum(f."end" - f.start) FILTER (kind IN {_REASONING}), 0) AS reasoning,
            coalesce(sum(f."end" - f.start) FILTER (kind IN {_RIGHTS}), 0) AS rights
        FROM ({_PASSAGES}) r JOIN (SELECT letter_id, start, "end", kind FROM arguments) f ON {_WITHIN} GROUP BY ALL
    ),
    grounded AS (
        SELECT DISTINCT r.letter_id, r.start, true AS grounded
        FROM ({_PASSAGES}) r JOIN ({_RELYING}) f ON {_WITHIN}
    ),
    greetings AS (SELECT letter_id, min("end") AS greeted FROM reuse WHERE part = 'greeting' GROUP BY letter_id),
    openings AS (
        SELECT letter_id, min(start) AS opening FROM reuse LEFT JOIN greetings USING (letter_id)
        WHERE start >= coalesce(greeted, 0) GROUP BY letter_id
    ),
    answered AS (
        SELECT DISTINCT r.letter_id, r.start, true AS answered
        FROM ({_PASSAGES}) r JOIN (SELECT letter_id, answer_start, answer_end FROM questions) q
        ON q.letter_id = r.letter_id AND answer_start < r."end" AND answer_end > r.start
        -- An answer that begins where the letter does is the whole letter, and tells nothing of one passage.
        JOIN openings o ON o.letter_id = r.letter_id AND answer_start > opening
    )
    SELECT letter_id, start, CASE
        WHEN part = 'annex' THEN 'statute'
        WHEN part IN ('greeting', 'signature') THEN 'courtesy'
        WHEN part = 'rights' OR rights > weighing + reasoning THEN 'rights'
        WHEN weighing > reasoning THEN 'public_interest'
        WHEN reasoning > 0 OR grounded OR part = 'reasons' THEN 'reasoning'
        WHEN answered OR part IN ('answers', 'decision') THEN 'answer'
        ELSE 'other' END AS subject
    FROM (SELECT letter_id, start, part FROM reuse)
    LEFT JOIN argued USING (letter_id, start)
    LEFT JOIN grounded USING (letter_id, start) LEFT JOIN answered USING (letter_id, start)"""
"""What each passage of `reuse` is: `records.Family.subject` says what the words mean."""

PROVISIONS_SQL = f"""
    SELECT family_id, provision, count(DISTINCT (r.letter_id, r.start)) AS members
    FROM (SELECT letter_id, start, "end", family_id FROM reuse WHERE family_id IS NOT NULL) r
    JOIN (
        SELECT letter_id, start, unnest(provisions) AS provision FROM citations
        UNION ALL SELECT letter_id, start, provision FROM exemptions
        UNION ALL SELECT letter_id, start, unnest(provisions) FROM arguments
    ) f ON {_WITHIN}
    GROUP BY ALL"""
"""In how many passages of each family each provision is cited, relied on or argued for."""

REASONS_SQL = f"""
    WITH argued AS (
        SELECT r.letter_id, provision, r.start, r.words, r.tier, bool_or(kind IN {_WEIGHING}) AS weighed
        FROM (SELECT letter_id, start, "end", words, tier FROM reuse) r
        JOIN (
            SELECT letter_id, start, kind, unnest(provisions) AS provision FROM arguments
            WHERE kind IN {_WEIGHING + _REASONING}
            UNION ALL {_RELYING}
        ) f ON {_WITHIN}
        GROUP BY ALL
    )
    SELECT letter_id, provision, count(start) AS passages, coalesce(sum(words), 0)::BIGINT AS words,
        coalesce(sum(words) FILTER (tier = 'exact'), 0)::BIGINT AS exact_words,
        coalesce(sum(words) FILTER (tier = 'near'), 0)::BIGINT AS near_words,
        exact_words + near_words AS repeated_words,
        repeated_words / nullif(coalesce(sum(words), 0)::BIGINT, 0) AS share,
        coalesce(sum(words) FILTER (weighed), 0)::BIGINT AS weighing_words,
        coalesce(sum(words) FILTER (weighed AND tier IS NOT NULL), 0)::BIGINT AS weighing_repeated
    FROM (SELECT DISTINCT letter_id, provision FROM exemptions) LEFT JOIN argued USING (letter_id, provision)
    GROUP BY letter_id, provision"""
"""For each ground of each letter: the words of the passages that rely on it or argue for it, and how many of
them stand in passages that other letters repeat; `weighing_…` of those that weigh the public interest for it.
A passage about several grounds counts for each.  A ground has no share when all its words stand where no
reuse is counted, such as quoted mail."""
