"""The bar above the cells: what it loads and when, what it does when it cannot, the download."""

import json
from contextlib import closing
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from playwright.sync_api import Browser, Download, Page, Route, expect

from tests.live.steps import DONE, ERRORS, RESULTS, STATUS, WAIT_S, begin
from tests.support import axe, server
from tests.support.chromium import Watch
from tests.support.driven import Driven, InChromium

NOTEBOOK, LAB = "/book/agreements-timeline.html", "/book/context-lab.html"
FAILED = "could not be loaded"


@pytest.fixture
def fresh(page: Page, watch: Watch) -> Driven:
    """A page of the book in Chromium, with nothing in its store."""
    return InChromium(page, Watch(watch.origin))


def loaded(page: Page) -> list[str]:
    """The names of the scripts that a page has loaded."""
    found: list[str] = page.evaluate(
        "[...document.scripts].map(script => script.src.split('/').pop()).filter(Boolean)"
    )
    return found


def test_nothing_is_loaded_before_the_click_and_two_scripts_after_it(
    page: Page, fresh: Driven, watch: Watch
) -> None:
    page.goto(NOTEBOOK, wait_until="networkidle")
    assert not [name for name in loaded(page) if "python" in name or "kit" in name]
    before = len(watch.requests)
    begin(fresh)
    asked = [address.rsplit("/", 1)[-1] for address in watch.requests[before:]]
    others = [name for name in asked if not name.startswith(("bookwork-python.", "bookwork-kit."))]
    assert len(asked) - len(others) == 2
    # A worker made in the page is a request of the page to itself.
    assert [a for a in watch.requests[before:] if a.startswith("http")] == [
        a for a in watch.requests[before:] if "bookwork-" in a
    ]


def test_progress_is_shown_while_python_loads(page: Page) -> None:
    page.goto(NOTEBOOK)
    held = []
    page.route("**/bookwork-python.*.js", lambda route: held.append(route))
    page.get_by_role("button", name="Run this code yourself").click()
    expect(page.locator("bw-code progress")).to_be_visible()
    expect(page.locator("bw-code")).to_contain_text("Loading Python")
    # Meanwhile the reader may already write.
    page.get_by_label("Code of cell 1").fill("print('while it loads')")
    page.wait_for_timeout(10)
    held[0].continue_()
    expect(page.locator("bw-code progress")).to_be_hidden(timeout=WAIT_S * 1000)
    expect(page.locator(".bw-out").first).to_contain_text("while it loads")


def test_a_second_click_that_follows_at_once_does_nothing(page: Page) -> None:
    page.goto(NOTEBOOK)
    downloads: list[Download] = []
    page.on("download", lambda download: downloads.append(download))
    page.get_by_role("button", name="Run this code yourself").dblclick()
    expect(page.locator("bw-code")).to_contain_text("Python is ready.", timeout=WAIT_S * 1000)
    expect(page.locator(".cell[aria-busy]")).to_have_count(0, timeout=WAIT_S * 1000)
    assert downloads == []


def test_python_that_is_stopped_while_it_loads_starts_once_more(page: Page, fresh: Driven) -> None:
    page.goto(NOTEBOOK)
    held: list[Route] = []
    page.route("**/bookwork-python.*.js", lambda route: held.append(route))
    page.get_by_role("button", name="Run this code yourself").click()
    for _time in range(3):
        page.get_by_role("button", name="Run: cell 1").click()
        page.get_by_role("button", name="Stop: cell 1").click()
    expect(page.locator(".bw-out").first).to_contain_text("Stopped")
    page.wait_for_timeout(10)
    for route in held:
        route.continue_()
    expect(page.locator("bw-code")).to_contain_text("Python is ready.", timeout=WAIT_S * 1000)
    assert len(page.workers) == 1
    page.get_by_role("button", name="Run all").click()
    fresh.wait_for(DONE, WAIT_S)
    assert page.evaluate(ERRORS) == []
    assert FAILED not in page.locator("bw-code").inner_text()


def test_a_store_that_is_full_is_said(page: Page, fresh: Driven) -> None:
    page.goto(NOTEBOOK)
    begin(fresh)
    page.evaluate("void (Storage.prototype.setItem = () => { throw new Error('full'); })")
    page.get_by_label("Code of cell 1", exact=True).fill("1")
    expect(page.locator("bw-code")).to_contain_text("This browser does not keep your code")


def test_erasing_the_book_erases_code_too_and_can_be_undone(page: Page, fresh: Driven) -> None:
    page.goto(NOTEBOOK)
    begin(fresh)
    page.get_by_label("Code of cell 1", exact=True).fill("mine = 1")
    page.goto("/book/context.html")
    page.get_by_role("button", name="Erase my work").click()
    page.get_by_role("button", name="Erase the whole book").click()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes(':code:'))") == []
    page.get_by_role("button", name="Undo: put my work back").click()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes(':code:')).length")


def test_the_focus_stays_where_the_button_was(page: Page) -> None:
    page.goto(NOTEBOOK)
    page.get_by_role("button", name="Run this code yourself").press("Enter")
    expect(page.get_by_role("button", name="Run all")).to_be_focused()


@pytest.mark.parametrize("part", ["python", "kit"])
def test_what_cannot_be_loaded_is_said_and_the_built_results_stay(
    page: Page, fresh: Driven, watch: Watch, part: str
) -> None:
    watch.allow(f"bookwork-{part}.")
    watch.allow("Failed to load resource")
    page.goto(NOTEBOOK)
    built = page.evaluate(RESULTS)
    page.route(f"**/bookwork-{part}.*.js", lambda route: route.abort())
    fresh.click("bw-code button")
    fresh.wait_for(f"{STATUS}.includes({json.dumps(FAILED)})")
    assert page.evaluate(RESULTS) == built
    assert page.locator(".cell_output").count() == len(built)
    # Once it can be loaded, any run loads it.
    page.unroute(f"**/bookwork-{part}.*.js")
    page.get_by_role("button", name="Run all").click()
    fresh.wait_for(DONE, WAIT_S)
    assert page.evaluate(ERRORS) == []


def test_a_pack_that_is_damaged_is_said_to_be_so(page: Page, fresh: Driven) -> None:
    page.goto(NOTEBOOK)
    broken = 'self.BookworkPython={"files":{"worker.js":"H4sI"},"lock":{}};'
    page.route("**/bookwork-python.*.js", lambda route: route.fulfill(body=broken))
    fresh.click("bw-code button")
    fresh.wait_for(f"{STATUS}.includes({json.dumps(FAILED)})")


@pytest.mark.parametrize("allowed", [False, True])
def test_under_a_schools_own_policy(browser: Browser, book_html: Path, allowed: bool) -> None:
    policy = server.STRICT_POLICY
    if allowed:
        policy = policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
        policy += "; worker-src blob:"
    headers = {"Content-Security-Policy": policy}
    with server.serve(book_html, headers) as address, closing(browser.new_page()) as opened:
        page = InChromium(opened, Watch(address))
        page.open(f"{address}{NOTEBOOK}")
        if allowed:
            begin(page)
            page.watch.allow("inline")  # the theme's own, which this policy refuses
            assert page.watch.unexpected() == []
        else:
            built = page.evaluate(RESULTS)
            page.click("bw-code button")
            page.wait_for(f"{STATUS}.includes({json.dumps(FAILED)})")
            assert page.evaluate(RESULTS) == built


def downloaded(page: Page, folder: Path) -> Path:
    """The notebook that the page saves."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download as a notebook").click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


@pytest.mark.parametrize("address", [NOTEBOOK, LAB])
def test_the_notebook_runs_in_jupyter_without_the_book(
    page: Page, fresh: Driven, tmp_path: Path, address: str
) -> None:
    page.goto(address)
    begin(fresh)
    page.get_by_label("Code of cell 1", exact=True).press("Control+End")
    page.keyboard.type("\nmine = 1")
    path = downloaded(page, tmp_path)
    assert path.name == address.rsplit("/", 1)[-1].replace(".html", ".ipynb")
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    nbformat.validate(notebook)
    tasks = [cell for cell in notebook.cells if "task" in cell.metadata.get("bookwork", {})]
    assert len(tasks) == (5 if address == LAB else 0)
    # What is still to be filled in need not run.
    notebook.cells = [cell for cell in notebook.cells if cell not in tasks]
    NotebookClient(notebook, resources={"metadata": {"path": str(tmp_path)}}).execute()
    assert (tmp_path / "bookwork" / "timeline.py").exists()
    assert not (tmp_path / "labs").exists()
    text = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    assert text[0].startswith("# ")
    assert any("events.csv" in each or "list" in each for each in text)
    assert "mine = 1" in "".join(c.source for c in notebook.cells if c.cell_type == "code")


def test_what_was_found_is_kept_and_downloaded(page: Page, fresh: Driven, tmp_path: Path) -> None:
    page.goto(LAB)
    begin(fresh)
    box = page.get_by_label("What did you find?").first
    box.fill("About thirty years & <more>.")
    page.reload()
    begin(fresh)
    expect(page.get_by_label("What did you find?").first).to_have_value(
        "About thirty years & <more>."
    )
    notebook = json.loads(downloaded(page, tmp_path).read_text(encoding="utf-8"))
    found = [c for c in notebook["cells"] if "find" in c["metadata"].get("bookwork", {})]
    assert found[0]["source"] == "About thirty years & <more>."
    assert found[0]["metadata"]["bookwork"]["find"] == "ctx-lab-wait"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", [NOTEBOOK, LAB])
def test_a_page_that_has_run_is_accessible(
    page: Page, fresh: Driven, address: str, scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(address)
    assert axe.violations(page, "bw-code") == []
    begin(fresh)
    if address == LAB:
        page.get_by_role("button", name="Check: cell 4").click()
        expect(page.locator(".bw-not-yet")).to_be_visible(timeout=WAIT_S * 1000)
        for lid in page.locator(".bw-task details > summary").all():
            lid.evaluate("summary => summary.parentElement.open = true")
    else:
        page.get_by_label("Code of cell 2", exact=True).fill("1 / 0")
        page.keyboard.press("Shift+Enter")
        expect(page.locator(".bw-error")).to_be_visible(timeout=WAIT_S * 1000)
    assert axe.violations(page) == []


@pytest.mark.parametrize("address", [NOTEBOOK, LAB])
def test_a_page_that_has_run_fits_a_phone(page: Page, fresh: Driven, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address)
    begin(fresh)
    for lid in page.locator(".bw-task details > summary").all():
        lid.evaluate("summary => summary.parentElement.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = page.evaluate(
        """[...document.querySelectorAll(".bw-runs button, .bw-task summary")]
        .map(each => [each.textContent, each.getBoundingClientRect()])
        .filter(([, box]) => box.height && box.height < 44).map(([words]) => words)"""
    )
    assert small == []


def test_without_script_the_page_has_no_button_and_all_results(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}{LAB}")
    assert page.get_by_role("button", name="Run this code yourself").count() == 0
    expect(page.locator(".cell_output").first).to_be_visible()
    expect(page.locator(".bw-find .bw-lines").first).to_be_visible()
    expect(page.get_by_text("Hint 1 of").first).to_be_visible()
    context.close()
