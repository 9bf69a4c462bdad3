"""The help sheet of a coordinator's template: how to fill it, and what every column and every code means."""

from collections.abc import Iterator

from ptce_data.intake.fields import POLE_FIELDS, POLE_SHEET, STRUCTURE_FIELDS, STRUCTURES_SHEET, Field, Kind
from ptce_data.intake.intake_limits import limits_in_words
from ptce_data.intake.template_sheets import HelpLine
from ptce_data.texts.formats import quoted, spaced

_HOW = (
    f"Feuille {quoted(STRUCTURES_SHEET)} : une ligne par structure membre. Feuille {quoted(POLE_SHEET)} : le pôle.",
    "Une case vide est lue comme une absence de réponse, jamais comme un « non » : écrire « non » là où c’est non.",
    "Oui ou non s’écrivent aussi o, n, 1, 0, vrai, faux, x, ✓ ou ✗. Accents et majuscules sont libres, codes acceptés.",
    "L’ordre des colonnes est libre ; une colonne inutile peut être supprimée.",
    "Ni formule, ni macro, ni lien : coller des valeurs.",
    "Le fichier reste dans la mémoire de votre session : il n’est ni enregistré ni transmis.",
)


def help_lines() -> Iterator[HelpLine]:
    """(look, cells) of each line of the help sheet."""
    yield "title", ("Remplir ce modèle",)
    for words in _HOW:
        yield "", (spaced(words),)
    yield "", (f"Limites : {limits_in_words()}.",)
    for title, fields in (("Structures", STRUCTURE_FIELDS), ("Pôle", POLE_FIELDS)):
        yield "", ()
        yield "header", (title, "Ce qu’on y écrit", "Précision")
        for field in fields:
            yield "bold", (field.label, spaced(field.kind.value), spaced(field.help))
    for field in _with_definitions():
        yield "", ()
        yield "header", (field.codes.title, "Définition", "Code")
        for code in field.codes:
            yield "bold", (code.label, spaced(code.definition), code.code)


def _with_definitions() -> list[Field]:
    """One field for each list of codes that isn't yes or no."""
    fields = {field.codes.key: field for field in STRUCTURE_FIELDS + POLE_FIELDS if field.codes}
    return [field for field in fields.values() if field.kind is not Kind.YES_NO]
