"""The filters every page shares, kept in the address by Streamlit."""

import streamlit as st

from ..naming import OUTCOME_LABELS, section_label
from .filters import Filters, regime_label
from .queries import options
from .tables import Tables

__all__ = ["choose_filters"]


def choose_filters(tables: Tables) -> Filters:
    """Draw the filters and return what is chosen; the address carries it from page to page.

    Args:
        tables: The corpus, which knows what there is to choose from.

    Returns:
        The conditions the reader chose, or the address brought.
    """
    offered = options(tables)
    first, last = offered["first"], offered["last"]
    with st.sidebar:
        authority = st.multiselect(
            "Authority", offered["authority"], key="authority", bind="query-params", placeholder="All authorities"
        )
        with st.container(horizontal=True, gap="small"):
            since = st.date_input(
                "From", None, min_value=first, max_value=last, key="since", bind="query-params", format="DD/MM/YYYY"
            )
            until = st.date_input(
                "To", None, min_value=first, max_value=last, key="until", bind="query-params", format="DD/MM/YYYY"
            )
        outcome = st.multiselect(
            "Outcome of the letter",
            [o for o in OUTCOME_LABELS if o in set(offered["outcome"])],
            format_func=OUTCOME_LABELS.__getitem__,
            key="outcome",
            bind="query-params",
            placeholder="Any outcome",
        )
        section = st.multiselect(
            "Exemption relied on",
            offered["section"],
            format_func=section_label,
            key="section",
            bind="query-params",
            placeholder="Any or none",
        )
        regime = st.multiselect(
            "Handled under",
            offered["regime"],
            format_func=regime_label,
            key="regime",
            bind="query-params",
            placeholder="Any law",
        )
        source = st.multiselect(
            "Source", offered["source"], key="source", bind="query-params", placeholder="All sources"
        )
    return Filters(
        authority=tuple(authority),
        since=since,
        until=until,
        outcome=tuple(outcome),
        section=tuple(section),
        regime=tuple(regime),
        source=tuple(source),
    )
