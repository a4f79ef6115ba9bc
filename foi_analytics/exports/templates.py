"""How the pages are filled in: everything escaped, and what could disguise it made visible."""

from typing import Any

import jinja2
from markupsafe import Markup

from .. import highlight
from ..naming import counted
from .evidence import day

__all__ = ["environment"]


def environment() -> jinja2.Environment:
    """The templates of this package, with the filters they use."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("foi_analytics", "exports"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"counted": counted, "day": day}
    return environment


def _shown(value: Any) -> Any:
    return highlight.visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
