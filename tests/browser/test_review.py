"""The path that the product is for: flagged “she”, its reason, “it”, a better score, the text saved."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from review.store.documents import load_document
from review.store.engine import Store
from review.workflow import reviewing
from review.workflow.pages import open_document

Visit = Callable[..., Page]


def _she(store: Store) -> int:
    """The position of the segment with “she” for the group."""
    page = open_document(store, 1)
    for row in page.rows:
        for flag in row.flags:
            text = row.segment.target[flag.issue.start : flag.issue.end]
            if flag.issue.code == "gendered-pronoun" and text == "she":
                return row.segment.position
    raise AssertionError("“she” is not flagged")


def _row(page: Page, position: int):
    return page.locator(f"[data-number='{position + 1}']")


def _target(store: Store, position: int) -> str:
    with store.reading() as connection:
        return load_document(connection, 1).segments[position].target


def test_by_mouse_from_the_list_to_the_exported_text(visit: Visit, wagner: Store, tmp_path: Path) -> None:
    she = _she(wagner)
    page = visit("/", reviewer="")
    page.get_by_role("heading", level=2).get_by_role("link").first.click()
    row = _row(page, she)
    expect(row.locator("mark.major", has_text="she")).to_be_visible()
    note = row.locator(".note").filter(has_text="she")
    expect(note).to_contain_text("Söldnergruppe Wagner")
    note.get_by_role("button", name="it", exact=True).click()
    # The first act asks for a name, once, and is then done.
    page.get_by_label("Name", exact=True).fill("Ada")
    page.get_by_role("button", name="Save, and go on").click()
    expect(row.locator("[data-text]")).to_contain_text(" it ")
    expect(row).to_contain_text("Corrected by Ada")
    before, after = page.locator("#penalty").inner_text().split(" → ")
    assert float(before) > 0 == float(after)
    assert page.locator("#edit-rate").inner_text() != "0.0 %"
    page.locator("summary", has_text="Export").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Plain text").click()
    path = tmp_path / "out.txt"
    download.value.save_as(path)
    assert _target(wagner, she) in path.read_text(encoding="utf-8")


def test_by_keyboard_alone(visit: Visit, wagner: Store) -> None:
    she = _she(wagner)
    machine = _target(wagner, she)
    page = visit(f"/documents/1?at={she}")
    page.keyboard.press("n")
    expect(_row(page, she)).to_have_attribute("aria-current", "true")
    page.keyboard.press("1")
    expect(_row(page, she)).to_contain_text("Corrected by Ada")
    page.keyboard.press("z")
    expect(_row(page, she).locator(".note[data-open]").first).to_be_visible()
    assert _target(wagner, she) == machine
    page.keyboard.press("Enter")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("Typed by hand.")
    page.keyboard.press("Control+Enter")
    expect(_row(page, she).locator("[data-text]")).to_have_text("Typed by hand.")
    expect(_row(page, she + 1)).to_have_attribute("aria-current", "true")
    page.keyboard.press("a")
    expect(_row(page, she + 2)).to_have_attribute("aria-current", "true")
    expect(page.locator(".no.ok")).to_have_count(2)


def test_a_flag_is_dismissed_by_keys_and_stays_dismissed(visit: Visit, wagner: Store) -> None:
    she = _she(wagner)
    page = visit(f"/documents/1?at={she}")
    page.keyboard.press("n")
    page.keyboard.press("x")
    page.keyboard.press("1")
    expect(_row(page, she)).to_contain_text("Dismissed (right as it is) by Ada")
    page.reload()
    expect(_row(page, she)).to_contain_text("Dismissed (right as it is) by Ada")
    _row(page, she).get_by_role("button", name="Undo").click()
    expect(_row(page, she).locator(".note[data-open]").first).to_be_visible()


def test_without_scripts_every_act_is_a_form(visit: Visit, wagner: Store) -> None:
    she = _she(wagner)
    page = visit("/documents/1", java_script_enabled=False)
    _row(page, she).get_by_role("button", name="it", exact=True).click()
    expect(_row(page, she)).to_contain_text("Corrected by Ada")
    page.get_by_role("link", name=f"Segment {she + 3}").click()
    page.get_by_label(f"Corrected translation of segment {she + 3}").fill("Without any script.")
    page.get_by_role("button", name="Save, next").click()
    assert _target(wagner, she + 2) == "Without any script."
    page.get_by_role("button", name="Undo").first.click()
    assert _target(wagner, she + 2) != "Without any script."
    page.get_by_role("button", name="Finish review").click()
    expect(page.get_by_text("finished by Ada")).to_be_visible()


def test_on_a_phone_nothing_is_off_the_screen(visit: Visit, wagner: Store) -> None:
    she = _she(wagner)
    page = visit("/documents/1", viewport={"width": 375, "height": 760}, has_touch=True, is_mobile=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    row = _row(page, she)
    source, target = row.locator(".s").bounding_box(), row.locator("[data-text]").bounding_box()
    note = row.locator(".note").first.bounding_box()
    assert source and target and note
    assert source["y"] < target["y"] < note["y"]
    row.get_by_role("button", name="it", exact=True).tap()
    expect(row).to_contain_text("Corrected by Ada")
    row.locator("[data-text]").tap()
    area = row.get_by_role("textbox")
    expect(area).to_be_focused()
    area.fill("Typed on a phone.")
    row.get_by_role("button", name="Save, next").tap()
    expect(row.locator("[data-text]")).to_have_text("Typed on a phone.")
    for path in ("/", "/import", "/checks", "/checks/gendered-pronoun"):
        page.goto(page.url.split("/documents")[0] + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 375, path


def test_two_people_on_one_segment_choose(visit: Visit, wagner: Store) -> None:
    ada, ben = visit("/documents/1?at=1"), visit("/documents/1?at=1", reviewer="Ben")
    for page in (ada, ben):
        page.keyboard.press("Enter")
        page.keyboard.press("Control+A")
    ada.keyboard.insert_text("Ada’s text")
    ada.keyboard.press("Control+Enter")
    expect(_row(ada, 0).locator("[data-text]")).to_have_text("Ada’s text")
    ben.keyboard.insert_text("Ben’s text")
    ben.keyboard.press("Control+Enter")
    conflict = ben.locator(".stale")
    expect(conflict).to_contain_text("Ada saved this segment first")
    expect(conflict).to_contain_text("Ada’s text")
    conflict.get_by_role("button", name="Save mine").click()
    expect(_row(ben, 0).locator("[data-text]")).to_have_text("Ben’s text")
    assert _target(wagner, 0) == "Ben’s text"


def test_what_is_typed_stays_when_the_server_is_away(visit: Visit, wagner: Store) -> None:
    page = visit("/documents/1?at=1")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("Typed while offline")
    page.context.set_offline(True)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#said")).to_contain_text("Nothing is lost")
    expect(_row(page, 0).get_by_role("textbox")).to_have_value("Typed while offline")
    page.context.set_offline(False)
    page.keyboard.press("Control+Enter")
    expect(_row(page, 0).locator("[data-text]")).to_have_text("Typed while offline")
    assert _target(wagner, 0) == "Typed while offline"


def test_typing_outlives_a_reload_and_is_thrown_away_only_on_purpose(visit: Visit, wagner: Store) -> None:
    page = visit("/documents/1?at=2")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+A")
    page.keyboard.type("Typed before the tab was closed")
    address = page.url
    again = page.context.new_page()
    page.close()
    again.goto(address)
    expect(_row(again, 1).get_by_role("textbox")).to_have_value("Typed before the tab was closed")
    _row(again, 1).get_by_role("textbox").press("Control+Enter")
    expect(_row(again, 1).locator("[data-text]")).to_have_text("Typed before the tab was closed")
    again.reload()
    expect(again.locator(".row.editing")).to_have_count(0)
    again.goto(address.replace("at=2", "at=4"))
    again.keyboard.press("Enter")
    again.keyboard.type("x")
    again.keyboard.press("Escape")
    again.reload()
    expect(again.locator(".row.editing")).to_have_count(0)


def test_a_draft_made_from_an_older_text_ends_in_a_choice(visit: Visit, wagner: Store) -> None:
    page = visit("/documents/1?at=1")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+A")
    page.keyboard.type("Mine")
    reviewing.correct(wagner, 1, target="Theirs", base=0, reviewer="Ben")
    page.reload()
    _row(page, 0).get_by_role("textbox").press("Control+Enter")
    expect(page.locator(".stale")).to_contain_text("Ben saved this segment first")
    page.locator(".stale").get_by_role("link", name="Keep this one").click()
    expect(_row(page, 0).locator("[data-text]")).to_have_text("Theirs")
    expect(page.locator(".row.editing")).to_have_count(0)


def test_history_shows_who_changed_what(visit: Visit, wagner: Store) -> None:
    page = visit("/documents/1?at=1")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("Another headline")
    page.keyboard.press("Control+Enter")
    expect(_row(page, 1)).to_have_attribute("aria-current", "true")
    page.keyboard.press("k")
    page.keyboard.press("h")
    expect(page.locator("#history")).to_contain_text("Ada")
    expect(page.locator("#history ins")).to_contain_text("Another")


def test_all_keys_are_listed(visit: Visit) -> None:
    page = visit("/documents/1")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("take the suggestion with that number")
