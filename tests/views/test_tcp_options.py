"""Answers leave without delay: the option is on the connections of a real `streamlit run`."""

import json
import socket
import urllib.request
from pathlib import Path

import pytest

from ptce_data.views.serving.tcp_options import send_without_delay
from tests.browser.server import running

#: A server with our lifespan, whose route tells TCP_NODELAY on each of its connections.
APP = """
import os
import socket
from contextlib import suppress

import streamlit as st
from starlette.responses import JSONResponse
from starlette.routing import Route

from ptce_data.views.serving import lifespan


async def connections(request):
    options = []
    for number in os.listdir("/dev/fd"):
        with suppress(OSError):
            candidate = socket.socket(fileno=int(number))
            with suppress(OSError):  # getpeername: a socket that is not connected
                if candidate.family in (socket.AF_INET, socket.AF_INET6) and candidate.getpeername():
                    options.append(candidate.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            candidate.detach()
    return JSONResponse(options)


app = st.App("page.py", routes=[Route("/connections", connections)], lifespan=lifespan)
"""


def test_every_connection_of_streamlit_run_sends_without_delay(root, tmp_path, monkeypatch):
    (tmp_path / "app.py").write_text(APP)
    (tmp_path / "page.py").write_text("")
    monkeypatch.setenv("PYTHONPATH", str(root))
    with running(tmp_path) as server, urllib.request.urlopen(f"{server.url}/connections", timeout=10) as answer:
        options = json.load(answer)
    assert options and all(options)


@pytest.fixture
def listener():
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, 0) as listener:  # protocol 0, as Streamlit makes it
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener


def test_an_accepted_connection_inherits_the_option_and_no_file_is_left_open(listener):
    opened = set(Path("/dev/fd").iterdir())
    assert send_without_delay() >= 1
    assert set(Path("/dev/fd").iterdir()) == opened
    with socket.create_connection(listener.getsockname()), listener.accept()[0] as accepted:
        assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_where_open_files_are_not_listed_nothing_is_set(monkeypatch):
    monkeypatch.setattr("ptce_data.views.serving.tcp_options._OPEN_FILES", "/nowhere")
    assert send_without_delay() == 0
