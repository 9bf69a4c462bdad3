"""Files that a server should never open: what each is, how it is made, and the words of its refusal."""

import io
import random
import struct
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from tests.intake.making import (
    GOOD_CSV,
    GOOD_ROWS,
    inline_rows,
    ods,
    ods_table,
    relation,
    sheet_xml,
    xlsx,
    xlsx_parts,
    zipped,
)

MEGABYTE = 1_000_000
_HEAD = GOOD_ROWS.split("</row>")[0] + "</row>"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000
_LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "ah"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    + "".join(f'<!ENTITY {y} "{f"&{x};" * 10}">' for x, y in zip("bcdefgh", "cdefghi", strict=True))
    + "]>"
)
_XXE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
_QUADRATIC = f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]>'


#: Those that would cost the most memory or time, were they read.
GREEDY = (
    "all-delimiters",
    "bomb",
    "bomb-lying",
    "bottomless",
    "empty-rows-csv",
    "endless-tag",
    "entities-laughs",
    "giant-cell-xlsx",
    "million-attributes",
    "million-names",
    "repeated-rows-ods",
    "repeated-sheets-ods",
    "thousand-parts",
)


@dataclass(frozen=True)
class Hostile:
    """says: words of the refusal, in French."""

    key: str
    name: str
    make: Callable[[], bytes]
    says: str


def _cell(text: str) -> str:
    return f'{_HEAD}<row r="2"><c t="inlineStr"><is><t>{text}</t></is></c></row>'


def _sheet(head: str, rows: str) -> bytes:
    return zipped(xlsx_parts({"Structures": sheet_xml(rows, head)}))


def _with(**parts: str | bytes) -> Callable[[], bytes]:
    return lambda: xlsx(extra={name.replace("__", "/").replace("_DOT_", "."): part for name, part in parts.items()})


def _lying() -> bytes:
    """A bomb whose headers say that it is small."""
    size = 60 * MEGABYTE
    parts = xlsx_parts({"Structures": sheet_xml(_HEAD + " " * size)})
    content = bytearray(zipped(parts))
    real = struct.pack("<I", len(parts["xl/worksheets/sheet1.xml"].encode()))
    at = content.find(real)
    while at >= 0:
        content[at : at + 4] = struct.pack("<I", 2_000)
        at = content.find(real)
    return bytes(content)


def _flagged() -> bytes:
    """Bit 0 of the flags, in the central list: encrypted."""
    content = bytearray(xlsx())
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(content)


def _twice() -> bytes:
    stream = io.BytesIO(xlsx())
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return stream.getvalue()


def _corrupt() -> bytes:
    content = bytearray(zipped(xlsx_parts(), zipfile.ZIP_STORED))
    at = content.find(b"La Ruche")
    content[at : at + 2] = b"LA"
    return bytes(content)


def _rubbish(start: bytes = b"", seed: int = 1) -> bytes:
    return start + random.Random(seed).randbytes(50_000)


def _repeated_sheets() -> bytes:
    cell = '<table:table-cell table:number-columns-repeated="200"><text:p>x</text:p></table:table-cell>'
    rows = f'<table:table-row table:number-rows-repeated="5000">{cell}</table:table-row>'
    return ods("".join(ods_table(rows, f"F{number}") for number in range(200)))


def _ods_repeated(attribute: str, times: int) -> bytes:
    row = '<table:table-cell office:value-type="string"{}><text:p>Nom</text:p></table:table-cell>'
    if attribute == "rows":
        return ods(
            ods_table(f'<table:table-row table:number-rows-repeated="{times}">{row.format("")}</table:table-row>')
        )
    repeated = row.format(f' table:number-columns-repeated="{times}"')
    return ods(ods_table(f"<table:table-row>{repeated}</table:table-row>"))


FORMULA = f'{_HEAD}<row r="2"><c r="A2"><f>HYPERLINK("http://x","y")</f><v>1</v></c></row>'
_PREFIXED = '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:f>1+1</x:f></x:c></x:row></x:sheetData></x:worksheet>'
_ODS_FORMULA = '<table:table-row><table:table-cell table:formula="of:=1+1" office:value="2"/></table:table-row>'
_ODS_NESTED = f"<table:table-row><table:table-cell>{ods_table('', 'B')}</table:table-cell></table:table-row>"
_ODS_OUTSIDE = '<table:cell-range-source xlink:href="http://x"/>'
_LOCKED = '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
_MACRO_TYPE = '<Override PartName="/x" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>'

HOSTILE: tuple[Hostile, ...] = (
    # nothing, too much
    Hostile("empty", "a.csv", lambda: b"", "vide"),
    Hostile("blank", "a.csv", lambda: b" \r\n\t" * 100, "vide"),
    Hostile("heavy-csv", "a.csv", lambda: GOOD_CSV.encode() * 200_000, "pèse"),
    Hostile("heavy-xlsx", "a.xlsx", lambda: _rubbish(b"PK\x03\x04") * 101, "pèse"),
    # what is no table
    Hostile("rubbish-csv", "a.csv", _rubbish, "binaire"),
    Hostile("rubbish-xlsx", "a.xlsx", lambda: _rubbish(b"PK\x03\x04"), "abîmé"),
    Hostile("rubbish-ods", "a.ods", _rubbish, "mal nommé"),
    Hostile("nul-bytes", "a.csv", lambda: GOOD_CSV.encode() + b"\0" * 100, "binaire"),
    Hostile("pdf", "a.csv", lambda: b"%PDF-1.7\n%" + _rubbish(), "PDF"),
    Hostile("png", "a.csv", lambda: b"\x89PNG\r\n\x1a\n" + _rubbish(), "image"),
    Hostile("gzip", "a.csv", lambda: b"\x1f\x8b\x08" + _rubbish(), "gzip"),
    Hostile("parquet", "a.csv", lambda: b"PAR1" + _rubbish(), "Parquet"),
    Hostile("sqlite", "a.csv", lambda: b"SQLite format 3\0" + _rubbish(), "SQLite"),
    Hostile("program", "a.csv", lambda: b"MZ\x90\0" + _rubbish(), "programme"),
    Hostile("web-page-xlsx", "a.xlsx", lambda: b"<html><table><tr><td>Nom</td></tr></table></html>", "page web"),
    Hostile("web-page-csv", "a.csv", lambda: b"\xef\xbb\xbf <!DOCTYPE html><p>Nom;QPV", "page web"),
    Hostile("json", "a.csv", lambda: b'{"Nom": "La Ruche"}', "aucune colonne"),
    # names that lie
    Hostile("csv-named-xlsx", "a.xlsx", GOOD_CSV.encode, "mal nommé"),
    Hostile("xlsx-named-csv", "a.csv", xlsx, "mal nommé"),
    Hostile("xlsx-named-ods", "a.ods", xlsx, "mal nommé"),
    Hostile("ods-named-xlsx", "a.xlsx", ods, "mal nommé"),
    Hostile("docx-named-xlsx", "a.xlsx", lambda: zipped({"word/document.xml": "<w/>"}), "pas un classeur XLSX"),
    Hostile("no-extension", "fichier", GOOD_CSV.encode, "pas d’extension"),
    Hostile("other-extension", "a.exe", GOOD_CSV.encode, "extension"),
    # old, locked, alive
    Hostile("old-xls", "a.xlsx", lambda: _OLE, "ancien format"),
    Hostile("locked-xlsx", "a.xlsx", lambda: _OLE + "EncryptedPackage".encode("utf-16-le"), "mot de passe"),
    Hostile("locked-zip", "a.xlsx", _flagged, "mot de passe"),
    Hostile("locked-ods", "a.ods", lambda: ods(extra={"META-INF/manifest.xml": _LOCKED}), "mot de passe"),
    Hostile("macro-extension", "a.xlsm", xlsx, "macros"),
    Hostile("macro-vba", "a.xlsx", _with(xl__vbaProject_DOT_bin=b"x"), "macros"),
    Hostile("macro-excel-4", "a.xlsx", _with(xl__macrosheets__sheet1_DOT_xml="<m/>"), "macros"),
    Hostile("macro-type", "a.xlsx", lambda: zipped(xlsx_parts(types=_MACRO_TYPE)), "macros"),
    Hostile("macro-ods", "a.ods", lambda: ods(extra={"Basic/Standard/Module1.xml": "<m/>"}), "macros"),
    Hostile("link-workbook", "a.xlsx", _with(xl__externalLinks__externalLink1_DOT_xml="<e/>"), "liens"),
    Hostile("link-connection", "a.xlsx", _with(xl__connections_DOT_xml="<c/>"), "liens"),
    Hostile(
        "link-image",
        "a.xlsx",
        lambda: xlsx(extra={"xl/worksheets/_rels/sheet1.xml.rels": relation("image", "http://x/pixel.png")}),
        "hors de lui-même",
    ),
    Hostile("link-ods", "a.ods", lambda: ods(ods_table(_ODS_OUTSIDE)), "hors de lui-même"),
    Hostile("embedded-object", "a.xlsx", _with(xl__embeddings__oleObject1_DOT_bin=b"x"), "objets"),
    Hostile("embedded-ods", "a.ods", lambda: ods(extra={"Object 1/content.xml": "<o/>"}), "objets"),
    Hostile("formula", "a.xlsx", lambda: xlsx(FORMULA), "A2"),
    Hostile("formula-prefixed", "a.xlsx", lambda: zipped(xlsx_parts({"Structures": _PREFIXED})), "formule"),
    Hostile("formula-last-cell", "a.xlsx", lambda: xlsx(_full(4_999) + FORMULA_AT_END), "formule"),
    Hostile("formula-ods", "a.ods", lambda: ods(ods_table(_ODS_FORMULA)), "formule"),
    # XML
    Hostile("entities-laughs", "a.xlsx", lambda: _sheet(_LAUGHS, _cell("&i;")), "entités"),
    Hostile("entities-outside", "a.xlsx", lambda: _sheet(_XXE, _cell("&a;")), "entités"),
    Hostile("entities-quadratic", "a.xlsx", lambda: _sheet(_QUADRATIC, _cell("&a;" * 10_000)), "entités"),
    Hostile("entities-ods", "a.ods", lambda: ods(head=_LAUGHS), "entités"),
    Hostile("malformed", "a.xlsx", lambda: xlsx("<row><c></row>"), "mal formé"),
    Hostile("bottomless", "a.xlsx", lambda: xlsx("<a>" * 5_000_000), "aucun tableur"),
    Hostile("endless-tag", "a.xlsx", lambda: xlsx(f'{_HEAD}<row x="{"a" * (30 * MEGABYTE)}"/>'), "aucun tableur"),
    Hostile("million-names", "a.xlsx", lambda: xlsx("".join(f"<a{n}/>" for n in range(1_000_000))), "aucun tableur"),
    Hostile(
        "million-attributes",
        "a.xlsx",
        lambda: xlsx("".join(f'<a b{n}=""/>' for n in range(1_000_000))),
        "aucun tableur",
    ),
    Hostile("ten-million-tags", "a.xlsx", lambda: xlsx(strings="<a/>" * 9_000_000), "cellules remplies"),
    # archives
    Hostile("bomb", "a.xlsx", lambda: xlsx(_HEAD + " " * (60 * MEGABYTE)), "décompressé"),
    Hostile("bomb-lying", "a.xlsx", _lying, "abîmé"),
    Hostile("bomb-aside", "a.xlsx", _with(xl__media__image1_DOT_png=b"\0" * (60 * MEGABYTE)), "décompressé"),
    Hostile(
        "thousand-parts", "a.xlsx", lambda: xlsx(extra={f"xl/x{n}.xml": "<x/>" for n in range(20_000)}), "fichiers"
    ),
    Hostile("nested-archive", "a.xlsx", _with(xl__inside_DOT_zip=b"PK"), "autre fichier compressé"),
    Hostile("same-name-twice", "a.xlsx", _twice, "deux fois"),
    Hostile("outside-path", "a.xlsx", lambda: xlsx(extra={"../../evil.xml": "<x/>"}), "hors d’elle-même"),
    Hostile("strange-method", "a.xlsx", lambda: zipped(xlsx_parts(), zipfile.ZIP_BZIP2), "inhabituelle"),
    Hostile("truncated", "a.xlsx", lambda: xlsx()[:-200], "abîmé"),
    Hostile("corrupt", "a.xlsx", _corrupt, "abîmé"),
    Hostile("empty-archive", "a.xlsx", lambda: zipped({}), "vide"),
    Hostile("no-sheet", "a.xlsx", lambda: zipped({"xl/workbook.xml": "<workbook/>"}), "aucune feuille"),
    # too wide, too long
    Hostile("wide-xlsx", "a.xlsx", lambda: xlsx(inline_rows([["Nom"] * 10_000])), "200 colonnes"),
    Hostile("far-cell", "a.xlsx", lambda: xlsx('<row r="1"><c r="XFD1"><v>1</v></c></row>'), "200 colonnes"),
    Hostile("far-row", "a.xlsx", lambda: xlsx('<row r="1048576"><c><v>1</v></c></row>'), "5 000 lignes"),
    Hostile("long-xlsx", "a.xlsx", lambda: xlsx(_full(5_001, 3)), "5 000 lignes"),
    Hostile("empty-rows-xlsx", "a.xlsx", lambda: xlsx(_HEAD + "<row/>" * 2_000_000), "5 000 lignes"),
    Hostile("wide-csv", "a.csv", lambda: (";".join(["Nom"] * 10_000) + "\n").encode(), "200 colonnes"),
    Hostile("all-delimiters", "a.csv", lambda: b"Nom;QPV\n" + b";" * 4_900_000, "200 colonnes"),
    Hostile("long-csv", "a.csv", lambda: GOOD_CSV.encode() + b"Autre;69;oui\n" * 5_001, "5 000 lignes"),
    Hostile("empty-rows-csv", "a.csv", lambda: GOOD_CSV.encode() + b"\n" * 4_900_000, "5 000 lignes"),
    Hostile("repeated-rows-ods", "a.ods", lambda: _ods_repeated("rows", 1_048_576), "5 000 lignes"),
    Hostile("repeated-columns-ods", "a.ods", lambda: _ods_repeated("columns", 16_384), "200 colonnes"),
    Hostile("repeated-forever-ods", "a.ods", lambda: _ods_repeated("rows", 10**12), "mal placées"),
    Hostile("repeated-sheets-ods", "a.ods", _repeated_sheets, "cellules remplies"),
    Hostile("table-in-cell-ods", "a.ods", lambda: ods(ods_table(_ODS_NESTED)), "inséré"),
    # cells
    Hostile("giant-cell-xlsx", "a.xlsx", lambda: xlsx(_cell("a" * (10 * MEGABYTE))), "caractères"),
    Hostile("giant-shared-text", "a.xlsx", lambda: xlsx(strings=f"<si><t>{'a' * 40_000}</t></si>"), "caractères"),
    Hostile("giant-cell-csv", "a.csv", lambda: b"Nom;QPV\n" + b"a" * 40_000, "caractères"),
    Hostile("missing-shared-text", "a.xlsx", lambda: xlsx('<row><c t="s"><v>7</v></c></row>'), "qu’il n’a pas"),
    Hostile("cells-backwards", "a.xlsx", lambda: xlsx('<row r="1"><c r="B1"/><c r="A1"/></row>'), "mal placées"),
    Hostile("rows-backwards", "a.xlsx", lambda: xlsx('<row r="2"/><row r="1"/>'), "mal placées"),
    Hostile("cell-elsewhere", "a.xlsx", lambda: xlsx('<row r="1"><c r="A9"/></row>'), "mal placées"),
    # text
    Hostile("utf-16", "a.csv", lambda: GOOD_CSV.encode("utf-16"), "UTF-16"),
    Hostile("open-quote", "a.csv", lambda: (GOOD_CSV + '"La Forge;69;oui\n').encode(), "guillemets"),
    Hostile("stray-quote", "a.csv", lambda: (GOOD_CSV + '"La" Forge;69;oui\n').encode(), "guillemets"),
    Hostile("strange-delimiter", "a.csv", lambda: GOOD_CSV.replace(";", "~").encode(), "aucune colonne"),
    Hostile("no-header", "a.csv", lambda: b"La Ruche;69;oui\nLa Forge;69;non\n", "aucune colonne"),
    Hostile("header-alone", "a.csv", lambda: GOOD_CSV.splitlines()[0].encode(), "aucune structure"),
)


def _full(rows: int, columns: int = 55) -> str:
    """A header and full rows, as many cells as are allowed."""
    line = "".join("<c><v>1</v></c>" for _ in range(columns))
    return _HEAD + "".join(f'<row r="{row}">{line}</row>' for row in range(2, rows + 2))


FORMULA_AT_END = '<row r="5002"><c><f>1+1</f></c></row>'


def all_wrong() -> bytes:
    """A CSV of 5,000 lines of 8 cells, each wrong in its own way and close to a word that is known."""
    pooled = ("Compétences", "Connaissances", "Lieux", "Moyens matériels", "Moyens financiers")
    lines = [";".join(("Secteurs", "Statut juridique", "Département", *pooled))]
    lines += [";".join(f"{word}uction {row}" for word in ("Culture", "SCIC", "Rhôn", *pooled)) for row in range(5_000)]
    return "\n".join(lines).encode()
