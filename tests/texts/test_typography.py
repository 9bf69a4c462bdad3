"""French spacing."""

import pytest

from ptce_data.texts.typography import typeset


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("57 % ; oui ? non !", "57\u202f% ; oui\u202f? non\u202f!".replace(" ;", "\u202f;")),
        ("« vingt »", "«\u202fvingt\u202f»"),
        ("Base : 187", "Base\u00a0: 187"),
        ("https://exemple.fr/?a=1;b", "https://exemple.fr/?a=1;b"),
        ("", ""),
    ],
)
def test_typeset(typed: str, set_: str):
    assert typeset(typed) == set_
    assert typeset(set_) == set_
