"""Whatever the bytes are, reading gives a pole or one reason: it never raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptce_data.intake import mark_faults, read_upload, template_xlsx
from tests.intake.making import GOOD_CSV, ods, xlsx_parts, zipped

SEEDS = {
    "a.csv": GOOD_CSV.encode(),
    "a.xlsx": zipped(xlsx_parts(), method=0),
    "a.ods": ods(),
    "modele.xlsx": template_xlsx(),
}
changes = st.lists(st.tuples(st.integers(0, 20_000), st.binary(min_size=1, max_size=6)), max_size=8)


def damaged(content, places):
    mutable = bytearray(content)
    for place, piece in places:
        at = place % len(mutable)
        mutable[at : at + len(piece)] = piece
    return bytes(mutable)


def check(name, content):
    upload = read_upload(name, content)
    assert upload.refused == (upload.rows_kept == 0 and upload.pole is None)
    if upload.refused:
        assert len(upload.faults) == 1
    else:
        assert 0 <= upload.rows_kept <= upload.rows_read
        again = read_upload("b.xlsx", mark_faults(name, content, upload.faults))
        assert again.pole == upload.pole


@pytest.mark.parametrize("name", SEEDS)
@given(places=changes)
def test_a_damaged_file_is_read_or_refused(name, places):
    check(name, damaged(SEEDS[name], places))


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_under_good_titles_is_read_or_refused(text):
    check("a.csv", f"Nom;Département;QPV;Secteurs;pole_etp_total\n{text}".encode())


@given(content=st.binary(max_size=300), name=st.sampled_from(["a.csv", "a.xlsx", "a.ods", "a"]))
def test_any_bytes_are_read_or_refused(content, name):
    check(name, content)
