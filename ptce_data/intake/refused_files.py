"""A file that is not read, in French: what is wrong with it, why it matters, and what to do."""

from collections.abc import Callable, Mapping

from ptce_data.datasets.faults import Fault
from ptce_data.spreadsheets import FileType, Grid, Place, Reason, Refusal, read_sheets
from ptce_data.spreadsheets.file_limits import MEGABYTE
from ptce_data.texts.formats import number, quoted


class RefusedFile(Exception):
    """The file can't be read at all: `rule` says what is wrong and why it matters, `remedy` what to do."""

    def __init__(self, rule: str, remedy: str):
        super().__init__(rule)
        self.rule, self.remedy = rule, remedy

    def fault(self, file: str) -> Fault:
        return Fault(file, None, None, self.rule, self.remedy)


def open_sheets(name: str, content: bytes) -> tuple[Grid, ...]:
    """The sheets of a file that somebody brings. Raises RefusedFile."""
    try:
        return read_sheets(name, content)
    except Refusal as refusal:
        raise explained(refusal) from refusal


def explained(refusal: Refusal) -> RefusedFile:
    """The refusal of a reader of files, in French."""
    rule, remedy = _SENTENCES[refusal.reason]
    if callable(rule):
        rule = rule(**refusal.parameters) if refusal.place is None else rule(refusal.place)
    if callable(remedy):
        remedy = remedy(**refusal.parameters)
    return RefusedFile(rule, remedy)


_SAVE = "l’enregistrer depuis le tableur en XLSX, ODS ou CSV (menu « Enregistrer sous »)"
_AGAIN = "ouvrir le fichier dans le tableur et l’enregistrer à nouveau"
_AGAIN_OR_CSV = f"{_AGAIN}, ou l’enregistrer en CSV"
_FROM_SPREADSHEET = "l’enregistrer à nouveau depuis le tableur"
_VALUES = "copier les données et les coller dans le modèle (« Collage spécial », « Valeurs »)"
_UTF8 = "l’enregistrer en « CSV UTF-8 » depuis le tableur"

#: Format, as `sniffing.OTHER_FORMATS` names it → what one calls a file of it.
_FORMATS = {
    "pdf": "un PDF",
    "png": "une image PNG",
    "jpeg": "une image JPEG",
    "gif": "une image GIF",
    "gzip": "une archive gzip",
    "7z": "une archive 7z",
    "rar": "une archive RAR",
    "bzip2": "une archive bzip2",
    "xz": "une archive xz",
    "zstd": "une archive zstd",
    "parquet": "un fichier Parquet",
    "sqlite": "une base SQLite",
    "program": "un programme",
    "rtf": "un document RTF",
    "empty-zip": "une archive ZIP vide",
}


def _megabytes(size: int, decimals: int = 0) -> str:
    return f"{number(size / MEGABYTE, decimals)} Mo"


def _formula(place: Place) -> str:
    where = f"cellule {place.cell} de la feuille {quoted(place.sheet[:31])}"
    return f"une formule en {where} : une formule n’est jamais calculée ici, et son dernier résultat peut être faux"


def _misnamed(declared: FileType, actual: FileType) -> str:
    return f"le nom annonce {declared.title}, le contenu est {actual.title} : le fichier est mal nommé"


def _at_most(what: str) -> Callable[[int], str]:
    return lambda most: f"plus de {number(most)} {what}, or un fichier en compte {number(most)} au plus"


Sentence = str | Callable[..., str]

#: Reason → (rule, remedy); what varies is a function of the parameters, or of the place.
_SENTENCES: Mapping[Reason, tuple[Sentence, Sentence]] = {
    Reason.EMPTY_FILE: ("le fichier est vide", "partir d’un modèle à télécharger, XLSX ou CSV"),
    Reason.TOO_HEAVY: (
        lambda bytes, most: f"le fichier pèse {_megabytes(bytes, 1)}, or la limite est de {_megabytes(most)}",
        "garder les seules colonnes du modèle, et retirer images et feuilles étrangères",
    ),
    Reason.NO_EXTENSION: ("le nom n’a pas d’extension : XLSX, ODS ou CSV, rien ne le dit", _SAVE),
    Reason.OTHER_EXTENSION: (
        lambda extension: f"l’extension {quoted(extension[:12])} n’est pas celle d’un XLSX, d’un ODS ou d’un CSV",
        _SAVE,
    ),
    Reason.MACRO_EXTENSION: ("un classeur à macros n’est jamais ouvert", "l’enregistrer en XLSX, sans macro"),
    Reason.MISNAMED: (
        _misnamed,
        lambda declared, actual: f"le renommer en {quoted(actual.extensions[0])}, ou {_SAVE}",
    ),
    Reason.OTHER_FORMAT: (lambda format: f"c’est {_FORMATS[format]}, pas un tableau", _SAVE),
    Reason.MARKUP: ("c’est une page web ou du XML, pas un tableau", _SAVE),
    Reason.OLD_OFFICE: ("c’est un ancien format de bureautique (.xls, .doc…), qui peut porter des macros", _SAVE),
    Reason.PASSWORD: ("le classeur est protégé par un mot de passe", "retirer le mot de passe, puis l’enregistrer"),
    Reason.BROKEN: ("le classeur est abîmé ou tronqué", _AGAIN),
    Reason.TOO_MANY_PARTS: (lambda most: f"l’archive compte plus de {number(most)} fichiers", _AGAIN),
    Reason.PART_TWICE: ("l’archive contient deux fois le même fichier", _AGAIN),
    Reason.COMPRESSION: ("le classeur est compressé d’une façon inhabituelle", _AGAIN),
    Reason.PATH_OUTSIDE: ("l’archive désigne un fichier hors d’elle-même", _AGAIN),
    Reason.NESTED_ARCHIVE: ("le classeur contient un autre fichier compressé", "retirer les objets insérés"),
    Reason.TOO_LARGE_UNPACKED: (
        lambda most: f"le fichier dépasse {_megabytes(most)} une fois décompressé",
        "supprimer les lignes vides et les feuilles étrangères, ou enregistrer en CSV",
    ),
    Reason.MALFORMED: ("le classeur est mal formé", _AGAIN_OR_CSV),
    Reason.EXCESSIVE_XML: ("aucun tableur n’écrit ainsi : balises sans fin, sans fond ou sans nombre", _AGAIN_OR_CSV),
    Reason.XML_ENTITIES: (
        "le classeur déclare des entités XML, dont le contenu peut être démesuré ou extérieur",
        _AGAIN_OR_CSV,
    ),
    Reason.NOT_A_WORKBOOK: (
        lambda format: f"ce n’est pas un classeur {format.title}, bien qu’il en porte le nom",
        lambda format: f"l’enregistrer en {format.title}",
    ),
    Reason.MACROS: (
        lambda format: "le classeur contient des macros, jamais ouvertes ici",
        lambda format: f"l’enregistrer en {format.title}, sans macro",
    ),
    Reason.EXTERNAL_FILES: ("le classeur contient des liens vers d’autres fichiers, jamais ouverts ici", _VALUES),
    Reason.OUTSIDE_DATA: ("le classeur va chercher des données hors de lui-même", _VALUES),
    Reason.EMBEDDED_OBJECTS: ("le classeur contient des objets insérés, jamais ouverts ici", "retirer ces objets"),
    Reason.NO_SHEET: ("le classeur n’a aucune feuille de données", "partir d’un modèle à télécharger"),
    Reason.SHEET_TWICE: ("le classeur désigne deux fois la même feuille", _FROM_SPREADSHEET),
    Reason.TABLE_IN_CELL: ("un tableau est inséré dans une cellule", "n’écrire qu’une valeur par cellule"),
    Reason.MISPLACED_CELLS: ("des cellules du classeur sont mal placées", _FROM_SPREADSHEET),
    Reason.UNKNOWN_TEXT: ("le classeur désigne un texte qu’il n’a pas", "l’enregistrer à nouveau"),
    Reason.FORMULA: (_formula, f"la remplacer par sa valeur, ou {_VALUES}"),
    Reason.TOO_MANY_ROWS: (
        _at_most("lignes"),
        "garder une ligne par structure, et supprimer les lignes vides sous le tableau",
    ),
    Reason.TOO_MANY_COLUMNS: (
        _at_most("colonnes"),
        "supprimer les colonnes étrangères au modèle, y compris les colonnes vides mises en forme à droite",
    ),
    Reason.TOO_MANY_CELLS: (
        lambda most: f"plus de {number(most)} cellules remplies, ou une mise en forme aussi lourde",
        "garder les seules colonnes du modèle, et coller les valeurs sans mise en forme",
    ),
    Reason.TOO_LONG_TEXT: (
        lambda most: f"une cellule de plus de {number(most)} caractères : ce n’est pas une réponse",
        "raccourcir ou vider cette cellule",
    ),
    Reason.UTF_16: ("le texte est en UTF-16 (« Texte Unicode » d’Excel)", _UTF8),
    Reason.NOT_TEXT: ("ce n’est pas du texte lisible : contenu binaire, ou codage inconnu", _UTF8),
    Reason.QUOTES: (
        lambda place: (
            f"des guillemets ne sont pas refermés, ou le sont au milieu d’une cellule, vers la ligne {place.row}"
        ),
        "les refermer, ou enregistrer le fichier à nouveau depuis le tableur",
    ),
}
