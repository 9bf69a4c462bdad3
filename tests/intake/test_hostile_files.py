"""Hostile files are refused in French, in under two seconds, and leave the memory as it was."""

import gc
import time
import tracemalloc

import pytest

from ptce_data.intake import read_upload
from tests.intake.hostile import GREEDY, HOSTILE
from tests.intake.making import inline_rows, sheet_xml, xlsx, xlsx_parts, zipped

MEGABYTE = 1_000_000


def plainly_spaced(text):
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def test_at_least_forty_kinds_are_tried():
    assert len({hostile.key for hostile in HOSTILE}) == len(HOSTILE) > 40
    assert set(GREEDY) <= {hostile.key for hostile in HOSTILE}


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: f"{hostile.key}: {hostile.says}")
def test_refused_at_once_with_its_reason_and_its_remedy(hostile):
    content = hostile.make()
    started = time.process_time()
    upload = read_upload(hostile.name, content)
    taken = time.process_time() - started
    assert upload.refused and not upload.rows_kept
    (fault,) = upload.faults
    assert hostile.says in plainly_spaced(str(fault))
    assert "Remède" in str(fault) and len(fault.remedy) > 10
    assert taken < 2


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
def test_a_file_where_all_is_wrong_is_read_in_bounded_time():
    """Each of 40,000 cells is wrong in its own way: as many searches for what looks like it, were they all made."""
    lines = ["Secteurs;Statut juridique;Département;" + ";".join(_POOLED)]
    lines += [";".join(f"{word}uction {row}" for word in ("Culture", "SCIC", "Rhôn", *_POOLED)) for row in range(5_000)]
    started = time.process_time()
    upload = read_upload("a.csv", "\n".join(lines).encode())
    assert time.process_time() - started < 6
    assert upload.rows_kept == 5_000 and not upload.pole.tallies
    assert upload.faults[-1].count == 5_000 * 8 - 1_000


_POOLED = ("Compétences", "Connaissances", "Lieux", "Moyens matériels", "Moyens financiers")


def test_a_workbook_in_another_encoding_of_xml_is_read_by_the_same_parser():
    parts = xlsx_parts()
    rows = inline_rows([("Nom", "QPV"), ("Forêt", "oui")])
    parts["xl/worksheets/sheet1.xml"] = sheet_xml(rows).replace("UTF-8", "UTF-16").encode("utf-16")
    upload = read_upload("a.xlsx", zipped(parts))
    assert upload.pole.tally("qpv", "oui").yes == 1
