"""XML read with expat, in slices, and never more than a spreadsheet needs.

Two readers were tried. calamine keeps a dense table as large as the farthest cell, and copies a shared text into each
cell that names it: a file of 25 kB makes it take gigabytes, or stops the process. openpyxl in its `read_only` mode,
asked for bounded rows and columns, survives both in 42 MB, but takes 2.5 s for 500 rows of 40 columns, which take 0.3 s
here, and reads no ODS. Neither refuses a formula at its cell. Here what is checked and what is read are the same events
of the same parser, and reading stops at the first excess.

No document type is accepted, hence no entity: neither expansion nor outside file.
"""

from collections.abc import Callable, Mapping
from xml.parsers import expat

from ptce_data.spreadsheets import file_limits
from ptce_data.spreadsheets.grid import too_many_cells
from ptce_data.spreadsheets.refusals import Reason, Refusal
from ptce_data.spreadsheets.zip_parts import Archive

Starts = Mapping[str, Callable[[dict[str, str]], None]]
Ends = Mapping[str, Callable[[], None]]


class _Excess(Exception):
    """Raised inside a handler: more than a limit allows."""


def walk(
    parts: Archive, part: str, starts: Starts, ends: Ends | None = None, text: Callable[[str], None] | None = None
) -> None:
    """Read one part: `starts[tag](attributes)`, `ends[tag]()` for the tags named there, `text(piece)` for any text.

    Tags are named without their prefix; attributes keep theirs. Raises Refusal for malformed or excessive XML, and
    whatever the handlers raise.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_document_type
    on_start, on_end = _ByLocalName(starts), _ByLocalName(ends or {})
    depth, elements, most = 0, parts.elements, file_limits.MAX_ELEMENTS * file_limits.scale()

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth += 1
        elements += 1
        if elements > most:
            raise too_many_cells()
        if depth > file_limits.MAX_DEPTH:
            raise _Excess
        if action := on_start[tag]:
            action(attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        if action := on_end[tag]:
            action()

    parser.StartElementHandler, parser.EndElementHandler = start, end
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        fed = 0
        for piece in parts.slices(part):
            parser.Parse(piece, False)
            fed += len(piece)
            # A tag that never ends is parsed again at each slice; names are kept for ever: both are bounded here.
            if fed - parser.CurrentByteIndex > file_limits.MAX_TAG or len(parser.intern) > file_limits.MAX_NAMES:
                raise _Excess
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Refusal(Reason.MALFORMED) from error
    except _Excess:
        raise Refusal(Reason.EXCESSIVE_XML) from None
    finally:
        parts.elements = elements
        # The parser and its handlers hold each other: without this they would wait for a garbage collection.
        parser.StartElementHandler = parser.EndElementHandler = parser.CharacterDataHandler = None


class _ByLocalName(dict):
    """What to do at a tag, whatever its prefix: `x:row` does what `row` does, found once per name."""

    def __missing__(self, tag: str) -> Callable | None:
        self[tag] = self.get(tag.rpartition(":")[2])
        return self[tag]


def _refuse_document_type(*_: object) -> None:
    raise Refusal(Reason.XML_ENTITIES)


def attribute(attributes: dict[str, str], name: str) -> str | None:
    """An attribute by its local name, whatever its prefix."""
    if name in attributes:
        return attributes[name]
    ending = f":{name}"
    return next((value for key, value in attributes.items() if key.endswith(ending)), None)
