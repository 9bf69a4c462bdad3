"""Files of a figure, asked for in a real browser of a real server."""

import pytest
from playwright.sync_api import Page

from ptce_data.exports import Kind, formats, not_drawn
from ptce_data.views.components.display_mode import FILES
from tests.browser.driving import settled, visit

#: Extension → the first bytes of such a file.
STARTS = {"png": b"\x89PNG", "svg": b"<svg"}
PICTURES = [format for format in formats(Kind.FIGURE) if format.extension in STARTS]


@pytest.fixture
def files(page: Page) -> Page:
    """A page whose first figure shows its files."""
    visit(page, "/portrait")
    page.get_by_role("button", name=FILES).first.click()
    settled(page)
    return page


def test_pictures_are_drawn_after_a_page_has_run(files):
    """Streamlit replaces `__main__` by the page's script: the process that draws must not run it again."""
    assert len(PICTURES) == len(STARTS)
    for format in PICTURES * 2:
        with files.expect_download() as download:
            files.get_by_role("button", name=format.label).first.click()
        content = download.value.path().read_bytes()
        assert content.startswith(STARTS[format.extension])
        assert content != not_drawn(format.extension)
