"""Files made part by part, sound or not: what a spreadsheet writes, and what it never would."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{}</Types>'
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ODS_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)

Rows = Sequence[Sequence[object]]

#: A file that says the least that is read.
GOOD_CSV = "Nom;Département;QPV\nLa Ruche;69;oui\n"


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def sheet_xml(rows: str, head: str = "") -> str:
    declared = f'<?xml version="1.0" encoding="UTF-8"?>{head}'
    return f'{declared}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def inline_rows(rows: Rows, first: int = 1) -> str:
    return "".join(
        f'<row r="{number}">{"".join(map(_inline_cell, row))}</row>' for number, row in enumerate(rows, first)
    )


def _inline_cell(value: object) -> str:
    if value is None:
        return "<c/>"
    if isinstance(value, bool):
        return f'<c t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'


GOOD_ROWS = inline_rows([("Nom", "Département", "QPV"), ("La Ruche", "69", "oui")])


def xlsx_parts(sheets: Mapping[str, str] | None = None, strings: str = "", types: str = "") -> dict[str, str | bytes]:
    """Parts of an XLSX; sheets: name of the tab → XML of its worksheet."""
    sheets = sheets or {"Structures": sheet_xml(GOOD_ROWS)}
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    tabs = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>' for number, name in enumerate(sheets, 1)
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES.format(types),
        "_rels/.rels": _RELATIONS.format(
            f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        ),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{tabs}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _RELATIONS.format(links),
    }
    parts |= {f"xl/worksheets/sheet{number}.xml": xml for number, xml in enumerate(sheets.values(), 1)}
    if strings:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{strings}</sst>'
    return parts


def xlsx(rows: str = GOOD_ROWS, extra: Mapping[str, str | bytes] | None = None, strings: str = "") -> bytes:
    return zipped(xlsx_parts({"Structures": sheet_xml(rows)}, strings) | dict(extra or {}))


def relation(kind: str, target: str) -> str:
    return _RELATIONS.format(
        f'<Relationship Id="rId9" Type="{_OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
    )


def ods_table(rows: str, name: str = "Structures") -> str:
    return f'<table:table table:name="{name}">{rows}</table:table>'


def ods_rows(rows: Rows) -> str:
    """Rows as LibreOffice writes them, the empty end of the sheet included."""
    written = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    return f'{written}<table:table-row table:number-rows-repeated="1048000">{empty}</table:table-row>'


def _ods_cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, bool):
        return f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(value).lower()}"/>'
    if isinstance(value, int | float):
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>?</text:p></table:table-cell>'
        )
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'


GOOD_ODS = ods_table(ods_rows([("Nom", "Département", "QPV"), ("La Ruche", "69", "oui")]))


_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS_MIME}"/></manifest:manifest>'
)


def ods(tables: str = GOOD_ODS, extra: Mapping[str, str | bytes] | None = None, head: str = "") -> bytes:
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<office:document-content {_ODS_NAMES}><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _ODS_MIME, zipfile.ZIP_STORED)
        for name, part in ({"META-INF/manifest.xml": _MANIFEST, "content.xml": content} | dict(extra or {})).items():
            archive.writestr(name, part)
    return stream.getvalue()
