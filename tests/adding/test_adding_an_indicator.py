"""An indicator is one file: its declaration. The command line, the card, the sentence and the tests follow."""

import csv
import io

import pytest

from tests.adding.scratch import copied

pytestmark = [pytest.mark.process, pytest.mark.slow]

#: What is declared → the file, the tuple that it is added to, the declaration, codes that the command line counts.
INDICATORS = {
    "codes of real poles": (
        "pole_indicators.py",
        "DIRECTORY: tuple[Indicator, ...] = (\n",
        """    _breakdown(
        "poles-by-confidence",
        "Quelle confiance dans les fiches\\u202f?",
        "confidence",
        phrase="ont une fiche de confiance {label}",
    ),
""",
        {"high", "medium"},
    ),
    "bands of a number of real poles": (
        "pole_indicators.py",
        "DIRECTORY: tuple[Indicator, ...] = (\n",
        """    _breakdown(
        "poles-by-year",
        "Quand les pôles ont-ils été créés\\u202f?",
        "year_created",
        bins=(Bin("2012", "Jusqu’à 2012", 2012), Bin("2015", "2013 à 2015", 2015), Bin("2016", "2016 ou plus", None)),
        measure=Measure.SHARE,
        phrase="ont été créés dans la tranche {label}",
        item_phrases={"nr": "n’ont pas d’année de création renseignée"},
    ),
""",
        {"2012", "2015", "2016", "nr"},
    ),
    "codes of structures": (
        "portrait_indicators.py",
        "PORTRAIT: tuple[Indicator, ...] = (\n",
        """    _breakdown(
        "recognitions",
        "De quelle vague sont les pôles des structures\\u202f?",
        "recognition",
        phrase="sont dans un pôle classé {label}",
    ),
""",
        {"aap-2013"},
    ),
}
_DERIVED = """    derived=(
        DerivedColumn(
            name="size",
            description="Taille du pôle, par le nombre de membres lu",
            source="members",
            bins=(Bin("small", "Jusqu’à 20 membres", 20), Bin("large", "Plus de 20 membres", None)),
        ),
    ),
"""
_OF_DERIVED = """    _breakdown(
        "poles-by-size",
        "De quelle taille sont les pôles\\u202f?",
        "size",
        phrase="ont une taille de {label}",
    ),
"""
_IMPORT = "from ptce_data.indicators.declaration import Indicator, Kind\n"
_IMPORTS = f"{_IMPORT}from ptce_data.results import Measure\nfrom ptce_data.schema.contracts import Bin\n"


@pytest.mark.parametrize("name", INDICATORS)
def test_an_indicator_is_one_file(tmp_path, name):
    file, tuple_of_the_side, declaration, codes = INDICATORS[name]
    file = f"ptce_data/indicators/{file}"
    scratch = copied(tmp_path)
    text = (scratch.folder / file).read_text()
    assert text.count(tuple_of_the_side) == 1
    text = text.replace(tuple_of_the_side, tuple_of_the_side + declaration)
    scratch.write(file, text.replace(_IMPORT, _IMPORTS) if "Bin(" in declaration else text)
    scratch.check_listed("An indicator")

    _check(scratch, declaration.split('"')[1], codes)


def test_a_derived_column_is_one_file_and_its_indicator_another(tmp_path):
    scratch = copied(tmp_path)
    tables, indicators = "ptce_data/schema/tables.py", "ptce_data/indicators/pole_indicators.py"
    end_of_poles = "    pairs=(_TERRITORY,),\n)\n\nSAMPLE_POLES"
    scratch.insert(tables, end_of_poles, _DERIVED)
    scratch.insert(tables, "Column, Pair, Table\n", "Bin, ")
    scratch.write(
        tables, (scratch.folder / tables).read_text().replace("Pair, Table\n", "DerivedColumn, Pair, Table\n")
    )
    scratch.check_listed("A derived column")
    declared = (scratch.folder / indicators).read_text()
    head = INDICATORS["codes of real poles"][1]
    scratch.write(indicators, declared.replace(head, head + _OF_DERIVED))
    assert scratch.touched == {tables, indicators}

    _check(scratch, "poles-by-size", {"small", "large", "nr"})
    assert "Aucun défaut" in scratch.run("-m", "ptce_data", "check")


def _check(scratch, key, codes):
    """What must follow from an indicator that was added: command line, card, sentence, style."""
    lines = list(csv.DictReader(io.StringIO(scratch.run("-m", "ptce_data", "figures", "--format", "csv"))))
    assert lines, "the command line prints nothing"
    own = [line for line in lines if key in line.values()]
    assert codes <= {value for line in own for value in line.values()}
    scratch.run_tests(f"tests/consistency/test_indicators_shown.py::test_a_page_shows_it[{key}]")
    scratch.run_tests("tests/indicators/test_registry.py", "tests/texts/test_sentences.py")
    scratch.check_style()
