"""Every page in a real browser: no error, no exception box, and nothing asked of any other machine.

`SCREENSHOTS=DIR` keeps a picture of each page.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import dashboard_corpus
import pytest

pytest.importorskip("streamlit")
sync_api = pytest.importorskip("playwright.sync_api")

from foi_analytics.dashboard.filters import letter_link  # noqa: E402
from foi_analytics.dashboard.views import PAGES  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = [page.__name__.rpartition(".")[2] for page in PAGES]
WIDTHS = {1280: "light", 390: "dark"}
# Opened at a page of the app, Streamlit first looks for its server under that page, and the browser logs the 404.
LOOKING_FOR_SERVER = re.compile(rf"/({'|'.join(NAMES)})/_stcore/(health|host-config)$")
FIRST_VISIT = {"search": "search?words=footbridge"}
GROUND = next(r for r in dashboard_corpus.readings() if r.exemptions).exemptions[0]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: apt install chromium"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Address of a dashboard on the made-up corpus."""
    folder = dashboard_corpus.write(tmp_path_factory.mktemp("dashboard") / "corpus")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [f"--server.port={port}", "--server.headless=true", "--server.fileWatcherType=none"]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", *options, "--", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait_for(url):
    for _ in range(300):
        try:
            urllib.request.urlopen(url)
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    pytest.fail("the dashboard did not start within 30 seconds")


@pytest.fixture(scope="module")
def context():
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium.new_context()
        chromium.close()


@pytest.fixture
def visit(context, address):
    """Opens a page of the dashboard; whatever goes wrong on it, or on what it opens, fails the test."""
    wrong = []

    def watch(page):
        page.on("request", lambda r: _is_local(r.url) or wrong.append(f"asked for {r.url}"))
        page.on("console", lambda m: m.type == "error" and not _is_search(m) and wrong.append(m.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    def go(path):
        page = context.new_page()
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"{address}/{path}")
        settle(page)
        return page

    context.on("page", watch)
    yield go
    context.remove_listener("page", watch)
    for page in context.pages:
        page.close()
    assert not wrong


def _is_local(url):
    return urlsplit(url).scheme in ("data", "blob") or urlsplit(url).hostname == "127.0.0.1"


def _is_search(message):
    return LOOKING_FOR_SERVER.search(urlsplit(message.location.get("url", "")).path)


def settle(page):
    """Wait until the page is drawn; fail on an exception box."""
    page.wait_for_selector(".stMain h1")
    page.wait_for_selector(".stApp[data-test-script-state=notRunning]")
    page.wait_for_function("!document.querySelector('[data-testid=stSkeleton]')")
    assert page.locator(".stException").count() == 0, page.locator(".stException").first.inner_text()


def look(page, name):
    """Show the page wide and light, then narrow and dark; it never scrolls sideways."""
    for width, scheme in WIDTHS.items():
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{width} is too narrow"
        if folder := os.environ.get("SCREENSHOTS"):
            height = page.evaluate("document.querySelector('.stMain').scrollHeight")
            page.set_viewport_size({"width": width, "height": min(height, 3000)})
            page.screenshot(path=Path(folder) / f"{name}-{width}-{scheme}.png")


@pytest.mark.parametrize("name", NAMES)
def test_page(visit, name):
    page = visit("" if name == NAMES[0] else FIRST_VISIT.get(name, name))
    assert page.locator("table, mark, [data-testid=stFileUploader]").count() > 0
    look(page, name)


def test_from_a_bar_to_the_letters_it_counts(visit):
    page = visit("exemptions")
    page.locator("[data-testid=stVegaLiteChart] .mark-rect path").first.click()
    page.wait_for_url("**/letters?*")
    settle(page)
    assert "relying on the exemption" in page.inner_text(".stMain")


def test_from_a_number_to_a_letter(visit):
    page = visit("")
    with page.expect_popup() as opened:
        page.locator("table a:visible").first.click()
    letters = opened.value
    settle(letters)
    with letters.expect_popup() as opened:
        letters.locator("table a:visible").first.click()
    letter = opened.value
    settle(letter)
    assert letter.locator(".foi-letter mark").count() > 0


def test_filters_stay_from_page_to_page(visit):
    page = visit("?authority=Ambersea+Police")
    page.get_by_role("link", name="Questions", exact=True).click()
    page.wait_for_url("**/questions?authority=Ambersea*")
    settle(page)
    assert "under the filters" in page.inner_text(".stMain")


def test_from_a_pasted_paragraph_to_what_it_changes(visit):
    page = visit("boilerplate")
    box = page.get_by_label("A paragraph, or a whole letter")
    box.fill(dashboard_corpus.SHARED.replace("released to", "shown to"))
    box.press("Control+Enter")
    added = page.locator("mark.added[id^=pasted]")
    # Kernels are compiled on first use.
    sync_api.expect(added).to_have_text("shown", timeout=120_000)
    assert "removed" in page.locator("mark.removed[id^=pasted]").evaluate(
        "e => getComputedStyle(e, '::before').content"
    )
    look(page, "pasted")


def test_from_a_search_to_the_words(visit):
    page = visit("search")
    box = page.get_by_label("Words in the letter or its title")
    box.fill('"third-party personal data" evil*')
    box.press("Enter")
    sync_api.expect(page.get_by_text("No letter under the filters")).to_be_visible()
    box.fill('"third-party personal data"')
    box.press("Enter")
    sync_api.expect(page.locator("mark.found").first).to_have_text("third-party personal data")
    page.wait_for_url("**/search?words=*")
    settle(page)
    with page.expect_popup() as opened:
        page.locator(".stMain a[href*='start=']").first.click()
    letter = opened.value
    settle(letter)
    linked = letter.locator("mark.linked[id^=span]")
    assert linked.inner_text().endswith("third-party personal data")
    letter.get_by_text("Go to the words this link points to").click()
    sync_api.expect(linked).to_be_in_viewport()


def test_from_the_same_request_to_an_answer(visit):
    page = visit("alike")
    with page.expect_popup() as opened:
        page.locator("table a").first.click()
    letter = opened.value
    settle(letter)
    assert "letter=" in letter.url
    assert letter.locator(".foi-letter mark.answer, .foi-letter mark.question").count() > 0


def test_a_file_is_read_there_and_then(visit):
    page = visit("files")
    text = f"{dashboard_corpus.HOSTILE}\n<script>document.title='hacked'</script>\nWithheld under section 43(2) FOIA."
    files = [
        {"name": "<img src=x onerror=alert(1)>.txt", "mimeType": "text/plain", "buffer": text.encode()},
        {"name": "broken.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"},
    ]
    page.locator("input[type=file]").set_input_files(files)
    sync_api.expect(page.locator(".foi-letter mark.applied").first).to_contain_text("section 43(2)")
    settle(page)
    assert "broken.pdf" in page.inner_text(".stMain table >> nth=0")
    assert "hacked" not in page.title()
    assert page.locator(".stMain img").count() == 0
    look(page, "read")


def test_permalink_shows_the_span(visit):
    page = visit(letter_link(GROUND.letter_id, GROUND.start, GROUND.end))
    mark = page.locator(f"#span-{GROUND.start}-{GROUND.end}")
    assert mark.inner_text().endswith(GROUND.quote)
    page.get_by_text("Go to the words this link points to").click()
    sync_api.expect(mark).to_be_in_viewport()
    look(page, "letter")


def test_hostile_letter_runs_nothing(visit):
    page = visit(letter_link("hostile"))
    assert "<script>document.title='hacked'</script>" in page.inner_text(".foi-letter >> nth=0")
    assert "hacked" not in page.title()
    assert page.locator(".stMain img").count() == 0
    look(page, "hostile")
