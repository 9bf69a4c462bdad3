"""A cell that holds something is read, or is a fault at its cell; only blanks and words of silence are no answer."""

import math
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ptce_data.datasets.catalogue import SAMPLE
from ptce_data.intake import read_upload, reopen, save
from ptce_data.intake.cell_values import InvalidValue, cell_text, parse_cell
from ptce_data.intake.column_matching import field_names
from ptce_data.intake.fields import POLE_FIELDS, STRUCTURE_FIELDS, Kind
from ptce_data.intake.survey_columns import survey_fields
from ptce_data.intake.survey_rows import read_survey_rows
from ptce_data.intake.survey_sheets import SurveySheet
from ptce_data.spreadsheets.grid import Grid
from ptce_data.texts.plain import plain
from tests.intake.making import inline_rows, ods, ods_rows, ods_table, xlsx
from tests.releases import surveys

#: What says in so many words that nothing was answered, in any column of a closed list.
SAID_SILENT = {
    "nr", "non renseigné", "nsp", "ne sait pas", "n/a", "nc", "non concerné", "sans réponse", "question non posée",
    "sans-reponse", "non-posee", "-", "–", "—", "--", "- -",
}  # fmt: skip

TICKS = ("✓", "✔", "✔️", "✔︎", "☑", "☑️", "✅", "🗸", "🗹", "x", "X", "oui", "OUI", "Oui.", "vrai", "1", "o")
CROSSES = ("✗", "✘", "❌", "❌️", "non", "Non", "faux", "0", "n")
NEITHER = ("☒", "✖", "☐", "×", "+", "/", "?", "…", ".", "#N/A", "#REF!", "oui ?", "-1", "1 %", "👍", "´", "~", ";", "•")

MINUS = "\N{MINUS SIGN}"
CODED = (Kind.CODE, Kind.SEVERAL)

visible = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).filter(
    lambda text: any(not letter.isspace() and unicodedata.category(letter) not in ("Cf", "Mn") for letter in text)
)
symbols = st.text(st.characters(categories=["So", "Sm", "Sk", "Po", "Pd", "Ps"]), min_size=1, max_size=3)
numbers = st.floats(allow_nan=False, allow_infinity=False, min_value=0)


def unaccented(text):
    return unicodedata.normalize("NFKD", text)


def is_said_silent(text: str) -> bool:
    """By the list above, read without marks: an oracle that shares nothing with what is tried."""
    letters = "".join(letter for letter in unaccented(text.casefold()) if letter.isalnum())
    known = {"".join(letter for letter in unaccented(words) if letter.isalnum()) for words in SAID_SILENT} - {""}
    only_dashes = all(unicodedata.category(letter) in ("Pd", "Zs", "Cf") for letter in text)
    return only_dashes or (letters in known and all(unicodedata.category(letter)[0] in "LMNPZC" for letter in text))


def wave_row(table, cells):
    """One line of a table of a wave; cells: header → what it holds."""
    grid = Grid()
    for place, name in enumerate(surveys.headers(table, [cells])):
        grid.put(1, place, name)
        grid.put(2, place, cells.get(name))
    return read_survey_rows(SurveySheet(table, "a.csv", grid))


def read(field, text):
    """The value that a cell gives, or "fault"."""
    try:
        return parse_cell(field, text)
    except InvalidValue:
        return "fault"


@pytest.mark.parametrize("field", STRUCTURE_FIELDS + POLE_FIELDS, ids=lambda field: f"{field.key}-{field.kind.name}")
@given(text=visible | symbols)
@example("✓")
@example("#N/A")
@example(";")
def test_what_a_coordinator_writes_is_a_value_or_a_fault(field, text):
    assert is_said_silent(text) or read(field, text) not in (None, ())


@pytest.mark.parametrize("table", SAMPLE)
@given(text=visible | symbols)
@example("✓")
@example("#N/A")
@example(";")
def test_what_a_wave_writes_is_a_value_or_a_fault(table, text):
    good = {
        field_names(survey_fields(table))[plain(name)].key: value for name, value in surveys.survey(1)[table][0].items()
    }
    for field in survey_fields(table):
        found = wave_row(table, good | {field.key: text})
        value = found.values[0][field.key]
        at_cell = any(fault.row == 2 and fault.column == field.label for fault in found.faults)
        assert is_said_silent(text) or at_cell or value not in (None, [], "sans-reponse"), (field.key, value)


@pytest.mark.parametrize(("words", "expected"), [(TICKS, True), (CROSSES, False), (NEITHER, None)])
def test_ticks_and_crosses(words, expected):
    lines = "".join(f'"{word}";x\n' for word in words)
    upload = read_upload("a.csv", f"QPV;IAE\n{lines}".encode())
    tally = upload.pole.tally("qpv", "oui")
    if expected is None:
        assert tally is None
        assert [fault.cell for fault in upload.faults] == [f"A{row}" for row in range(2, len(words) + 2)]
    else:
        assert upload.faults == ()
        assert (tally.yes, tally.answered) == (len(words) * expected, len(words))


@pytest.mark.parametrize("word", (*TICKS, *CROSSES))
def test_ticks_and_crosses_of_a_wave(word):
    good = surveys.survey(1)
    for table, column, key in (("responses", "Réponse", "answer"), ("structures", "QPV", "in_qpv")):
        found = wave_row(table, good[table][0] | {column: word})
        assert not found.faults
        assert found.values[0][key] == ("oui" if word in TICKS else "non")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("culture ; ✓", "fault"),
        ("culture ; ?", "fault"),
        (" ; , ", "fault"),
        ("culture ;; formation ;", ("culture", "formation")),
        ("-", None),
    ],
)
def test_each_part_of_a_list_is_a_value_or_a_fault(text, expected):
    assert read(next(field for field in STRUCTURE_FIELDS if field.kind is Kind.SEVERAL), text) == expected


@pytest.mark.parametrize("field", [field for field in STRUCTURE_FIELDS + POLE_FIELDS if field.kind in CODED])
@given(sign=st.characters(categories=["So", "Sm"], exclude_characters=MINUS), after=st.booleans())
@example(sign="✗", after=True)
@example(sign="?", after=True)
def test_a_sign_beside_a_code_is_never_dropped(field, sign, after):
    """ "culture ✗" doesn't say culture; a separator of a list is no sign."""
    for code in field.codes:
        words = f"{code.label} {sign}" if after else f"{sign}{code.label}"
        if sign != "|" or field.kind is not Kind.SEVERAL:
            assert read(field, words) == "fault", words


@pytest.mark.parametrize("field", [field for field in STRUCTURE_FIELDS + POLE_FIELDS if field.kind in CODED])
@pytest.mark.parametrize("look", ["{}", "« {} »", "{}.", " {}\u00a0!", "- {}", "{} -", "({})", "\u200b{}"])
def test_punctuation_around_a_code_changes_nothing(field, look):
    for code in field.codes:
        for words in (code.label, code.label.upper(), code.label.replace("’", "´"), code.label.replace("-", MINUS)):
            value = read(field, look.format(words))
            assert (value if isinstance(value, str) else value[0]) == code.code


@pytest.mark.parametrize("blank", ["\u200b", "\ufeff", "\u00a0", "\ufe0f", "\u2060 \u00ad", "\t"])
def test_a_cell_where_nothing_shows_is_empty(blank):
    upload = read_upload("a.xlsx", xlsx(inline_rows([("Nom", "QPV"), ("A", "oui"), ("B", blank), (blank, blank)])))
    assert upload.faults == () and upload.rows_read == 2
    assert upload.pole.tally("qpv", "oui").answered == 1


NUMBER = next(field for field in POLE_FIELDS if field.kind is Kind.NUMBER)


@given(value=numbers)
@example(12.399999999999999)
@example(22 / 7)
@example(5e-324)
@example(1.7976931348623157e308)
def test_any_finite_number_is_read_from_a_cell(value):
    assert parse_cell(NUMBER, value) == value
    assert parse_cell(NUMBER, cell_text(value).replace(".", ",")) == value


@given(value=st.decimals(min_value=0, max_value=10**30, allow_nan=False, places=60))
@example(Decimal("0." + "3" * 900))
@example(Decimal("1" + "0" * 300))
def test_any_number_of_digits_is_read_from_a_text(value):
    digits = f"{value:f}"
    assert parse_cell(NUMBER, digits) == parse_cell(NUMBER, digits.replace(".", ",")) == float(digits)


@pytest.mark.parametrize("text", ["nan", "inf", "-inf", "infinity", "1e999", "1_000", "0x10", "1,2,3", ".", ",", "e5"])
def test_what_is_no_finite_number_is_a_fault(text):
    assert read(NUMBER, text) == "fault"


@pytest.mark.parametrize("text", ["1.234,5", "1,234.5", "1.2.3"])
def test_a_remedy_never_cuts_a_number(text):
    with pytest.raises(InvalidValue) as wrong:
        parse_cell(NUMBER, text)
    assert not any(character.isdigit() for character in wrong.value.remedy.replace("12,5", ""))


WORKBOOK = [("Nom", "QPV", "pole_etp_total"), ("A", "✓", 12.399999999999999)]


@pytest.mark.parametrize(
    ("name", "content"), [("a.xlsx", xlsx(inline_rows(WORKBOOK))), ("a.ods", ods(ods_table(ods_rows(WORKBOOK))))]
)
def test_numbers_of_a_spreadsheet_reach_the_pole_and_its_saved_file(name, content):
    upload = read_upload(name, content)
    assert upload.faults == () and upload.pole.fte_total == 12.399999999999999
    assert reopen(save(upload.pole)) == upload.pole


@given(value=numbers)
def test_any_number_that_was_read_is_reopened(value):
    upload = read_upload("a.csv", f"QPV;pole_etp_total\noui;{value!r}\n".encode())
    assert upload.pole.fte_total == value and math.isfinite(value)
    assert reopen(save(upload.pole)) == upload.pole


def ods_row(row):
    return ods_rows([row]).partition("<table:table-row table:number")[0]


def test_a_typed_cell_of_an_unexpected_kind_is_never_a_no():
    odd = '<row r="2"><c t="b"><v>2</v></c><c t="b"><v>true</v></c></row>'
    upload = read_upload("a.xlsx", xlsx(inline_rows([("QPV", "IAE")]) + odd))
    assert [fault.cell for fault in upload.faults] == ["A2"] and upload.pole.tally("qpv", "oui") is None
    assert upload.pole.tally("iae", "oui").yes == 1
    cells = (
        '<table:table-cell office:value-type="boolean"/>'
        '<table:table-cell office:value-type="date" office:date-value="2026-01-01"/>'
    )
    sheet = ods_table(f"{ods_row(('QPV', 'IAE'))}<table:table-row>{cells}</table:table-row>{ods_row(('', 'oui'))}")
    upload = read_upload("a.ods", ods(sheet))
    assert [fault.cell for fault in upload.faults] == ["B2"] and upload.pole.tally("qpv", "oui") is None
