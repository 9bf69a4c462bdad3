"""Fixtures of the browser tests: one Chromium, one shared server, and pages that witness what must not happen."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import driving
from tests.browser.driving import Witness
from tests.browser.server import Server, running

WIDE = (1280, 900)
PHONE = (390, 844)


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    expect.set_options(timeout=15_000)
    with driving.chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The server that most journeys share."""
    with running() as started:
        yield started


@pytest.fixture
def cold_server() -> Iterator[Server]:
    """A server that nobody has asked anything yet: the test's first request is its first."""
    with running() as started:
        yield started


@pytest.fixture
def new_page(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """`new_page(server, size=WIDE, scheme="light")`: a page in a context of its own, in French.

    Whatever the test, at its end: no request left the server's origin, nothing was blocked by the content
    security policy, no script failed.
    """
    opened = []

    def make(server: Server, size: tuple[int, int] = WIDE, scheme: str = "light") -> Page:
        context = chromium.new_context(
            base_url=server.url,
            locale="fr-FR",
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            has_touch=size == PHONE,
        )
        witness = Witness(server.url)
        witness.watch(context)
        opened.append((context, witness))
        return context.new_page()

    yield make
    faults = []
    for context, witness in opened:
        context.close()
        assert witness.requests, "the witness saw no request at all: it can't say that none left"
        faults += witness.faults()
    assert not faults, "\n".join(faults)


@pytest.fixture
def page(new_page: Callable[..., Page], server: Server) -> Page:
    """A wide, light page on the shared server."""
    return new_page(server)
