"""Hostile files are refused in French, after a bounded number of steps, and leave the memory as it was."""

import difflib
import gc
import sys
import tracemalloc

import pytest

from ptce_data.intake import read_upload
from ptce_data.intake.intake_limits import MAX_FAULTS
from ptce_data.spreadsheets.file_limits import MAX_CELLS
from tests.intake.hostile import GREEDY, HOSTILE, all_wrong
from tests.intake.making import GOOD_ROWS, inline_rows, sheet_xml, xlsx, xlsx_parts, zipped

MEGABYTE = 1_000_000

#: Calls and returns for each cell that a file may hold: a reader that looked at a cell again for each other one
#: would make thousands. Seconds are measured by `make bench`.
CALLS_PER_CELL = 60


def plainly_spaced(text):
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def test_at_least_forty_kinds_are_tried():
    assert len({hostile.key for hostile in HOSTILE}) == len(HOSTILE) > 40
    assert set(GREEDY) <= {hostile.key for hostile in HOSTILE}


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: f"{hostile.key}: {hostile.says}")
def test_refused_at_once_with_its_reason_and_its_remedy(hostile):
    content = hostile.make()
    upload, calls = counting_calls(lambda: read_upload(hostile.name, content))
    assert upload.refused and not upload.rows_kept
    (fault,) = upload.faults
    assert hostile.says in plainly_spaced(str(fault))
    assert "Remède" in str(fault) and len(fault.remedy) > 10
    assert calls < CALLS_PER_CELL * MAX_CELLS


def counting_calls(action):
    """(what it returns, calls of functions made meanwhile, Python's and C's, and their returns): no clock needed."""
    calls = 0

    def count(*_):
        nonlocal calls
        calls += 1

    former = sys.getprofile()
    sys.setprofile(count)
    try:
        returned = action()
    finally:
        sys.setprofile(former)
    return returned, calls


def test_what_is_counted_grows_with_the_work():
    content = xlsx(GOOD_ROWS)

    def read(times):
        return [read_upload("a.xlsx", content) for _ in range(times)]

    read(1)  # what is cached for all is cached now
    (_, once), (_, thrice) = counting_calls(lambda: read(1)), counting_calls(lambda: read(3))
    assert once > 1_000 and thrice == pytest.approx(3 * once, rel=0.1)


@pytest.mark.slow
@pytest.mark.parametrize("key", GREEDY)
def test_memory_is_left_as_it_was(key):
    hostile = next(hostile for hostile in HOSTILE if hostile.key == key)
    content = hostile.make()
    read_upload(hostile.name, content)  # what is cached for all is cached now
    held, peak = memory_of(lambda: read_upload(hostile.name, content))
    assert held < 0.2 * MEGABYTE
    assert peak < 45 * MEGABYTE, "five megabytes of delimiters cost forty while they are cut; nothing costs more"


def memory_of(action):
    """(bytes still held after, most bytes held meanwhile) as Python and expat asked for them."""
    gc.collect()
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        action()
        gc.collect()
        after, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return after - before, peak - before


@pytest.mark.slow
def test_a_shared_text_is_never_copied():
    """Thirty thousand characters named by 60,000 cells: two gigabytes for a reader that copies."""
    cells = '<c t="s"><v>0</v></c>' * 60
    row = f"<row>{cells}</row>"
    header = '<row><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>'
    texts = "".join(f"<si><t>{text}</t></si>" for text in ("x" * 30_000, "QPV", "Secteurs"))
    content = xlsx(header + row * 1_000, strings=texts)
    held, peak = memory_of(lambda: read_upload("a.xlsx", content))
    upload = read_upload("a.xlsx", content)
    assert (upload.rows_read, upload.rows_kept) == (1_000, 1_000)
    assert peak < 30 * MEGABYTE and held < MEGABYTE
    assert len(upload.faults) == 1_001 and upload.faults[-1].count == 1_000


@pytest.mark.slow
def test_a_file_where_all_is_wrong_is_searched_a_bounded_number_of_times(monkeypatch):
    """Each of 40,000 cells is wrong in its own way: as many searches for what looks like it, were they all made."""
    searched, search = [], difflib.get_close_matches
    monkeypatch.setattr(difflib, "get_close_matches", lambda *words, **how: searched.append(1) or search(*words, **how))
    upload = read_upload("a.csv", all_wrong())
    assert 0 < len(searched) <= MAX_FAULTS
    assert upload.rows_kept == 5_000 and not upload.pole.tallies
    assert upload.faults[-1].count == 5_000 * 8 - 1_000


def test_a_workbook_in_another_encoding_of_xml_is_read_by_the_same_parser():
    parts = xlsx_parts()
    rows = inline_rows([("Nom", "QPV"), ("Forêt", "oui")])
    parts["xl/worksheets/sheet1.xml"] = sheet_xml(rows).replace("UTF-8", "UTF-16").encode("utf-16")
    upload = read_upload("a.xlsx", zipped(parts))
    assert upload.pole.tally("qpv", "oui").yes == 1
