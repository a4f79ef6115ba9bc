from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from foi_analytics.highlight import Mark, to_html, to_rich


class Reader(HTMLParser):
    """Collects what a browser would show and the tags it would see."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


def shown(html):
    reader = Reader()
    reader.feed(html)
    return reader


spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)


@given(
    text=st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]), max_size=60),
    places=st.lists(spans, max_size=5),
)
def test_marks_change_no_character_and_no_other_tag_appears(text, places):
    marks = [Mark(a, b, "applied", "applied", 'rule:"x"<y>') for a, b in places]
    reader = shown(to_html(text, marks))
    assert reader.text == text
    assert {tag for tag, _ in reader.tags} <= {"div", "mark"}
    assert to_rich(text, []).plain == text


def test_script_and_attributes_in_a_letter_are_text():
    text = '</mark><script>alert(1)</script><img src=x onerror="alert(2)">'
    reader = shown(to_html(text, [Mark(0, 7, 'applied" onclick="x', "a", '"><b>')]))
    assert reader.text == text
    assert [tag for tag, _ in reader.tags] == ["div", "mark"]
    assert set(reader.tags[1][1]) == {"class", "data-label", "title", "id"}


def test_overrides_that_disguise_text_are_shown():
    assert "\u202e" not in to_html("exempt\u202etxt", [])
    assert "\N{REPLACEMENT CHARACTER}" in to_html("exempt\u202etxt", [])


def test_shorter_mark_wins_an_overlap():
    html = to_html("section 31 applies", [Mark(0, 18, "answer", "answer"), Mark(0, 10, "applied", "applied")])
    marks = [attributes["class"] for tag, attributes in shown(html).tags if tag == "mark"]
    assert marks == ["applied", "answer"]


def test_mark_outside_the_text_is_left_out():
    assert "<mark" not in to_html("short", [Mark(3, 99, "applied", "applied")])
