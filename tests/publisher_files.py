"""What publishers gave, as written down in `data/sources/<publisher>`, and what is to be made of it."""

import dataclasses
import json
from pathlib import Path

from foi_analytics.fetching import Offline
from foi_analytics.formats import Content
from foi_analytics.sources import Options, Raw, Stub, find_publisher

FOLDER = Path(__file__).parent / "data" / "sources"


def opened(name, client=None, options=None):
    """A publisher; of software that many sites run, at the first site it knows."""
    return find_publisher(name).open(client or Offline(), options or Options())


def contents_of(name):
    """Address to bytes of everything fetched for one item, and the item's own address."""
    told = json.loads((FOLDER / name / "raw.json").read_text())
    return {url: (FOLDER / name / file).read_bytes() for url, file in told["contents"].items()}, told["origin"]


def parsed(name, contents, origin):
    raw = Raw(Stub(origin), tuple(Content.of(data, url) for url, data in contents.items()))
    return list(opened(name).parse(raw))


def told(item):
    """An item as JSON, without the fields that are as they are when nobody sets them."""
    fields = {
        each.name: getattr(item, each.name)
        for each in dataclasses.fields(item)
        if getattr(item, each.name) != each.default and not each.name.startswith("anchor_")
    }
    return {"is": type(item).__name__, **json.loads(json.dumps(fields, default=str))}
