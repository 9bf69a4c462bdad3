"""The options in `.streamlit/config.toml`: Streamlit knows each, each has its reason, one protects the server."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

CONFIG = ".streamlit/config.toml"


@pytest.fixture
def config(root) -> Path:
    return root / CONFIG


def options(table: dict, prefix: str = "") -> Iterator[str]:
    """The full names of the options of a table and of the tables in it."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from options(value, f"{prefix}{name}.")
        else:
            yield prefix + name


def test_streamlit_knows_every_option(config):
    """Streamlit only logs a name that it doesn't know: a renamed option would be lost without a word."""
    names = list(options(tomllib.loads(config.read_text())))
    assert "runner.postScriptGC" in names
    for name in names:
        st.get_option(name)  # raises RuntimeError for an unknown name


def test_every_option_says_why_it_is_there(config):
    lines = [line for line in config.read_text().splitlines() if "=" in line and not line.startswith("#")]
    assert lines and not [line for line in lines if "# " not in line]


def test_no_full_garbage_collection_after_each_run(config):
    """Its cost grows with the live sessions: with 300 of them the server does not keep up, and does not recover."""
    assert tomllib.loads(config.read_text())["runner"]["postScriptGC"] is False
