"""Faults are said in French, logged with their trace, and stop nothing."""

import logging

from streamlit.testing.v1 import AppTest

from ptce_data.datasets.faults import DataError, Fault
from ptce_data.views.app import errors


def _two_parts():
    import streamlit as st

    from ptce_data.views.app.errors import guarded

    with guarded():
        raise RuntimeError("secret of the server")
    st.write("la suite")


def _stopped():
    import streamlit as st

    from ptce_data.views.app.errors import guarded

    with guarded():
        st.stop()
    st.write("jamais")


def test_the_rest_of_the_page_goes_on_and_the_secret_stays_in_the_log(caplog):
    with caplog.at_level(logging.ERROR, logger="ptce_data"):
        page = AppTest.from_function(_two_parts).run()
    assert [part.value for part in page.markdown] == ["la suite"]
    assert page.error[0].value == errors.UNEXPECTED
    assert "secret of the server" in caplog.text


def test_stopping_a_page_is_no_fault():
    page = AppTest.from_function(_stopped).run()
    assert not page.error
    assert not page.markdown


def test_a_fault_of_the_data_says_file_rule_and_remedy():
    fault = DataError((Fault("poles.parquet", "region_code", 3, "code inconnu « 99 »", "corrigez la ligne"),))
    assert errors.message(fault) == str(fault)
    assert "poles.parquet" in errors.message(fault)
    assert "corrigez la ligne" in errors.message(fault)
