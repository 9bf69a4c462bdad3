"""The upload of a file: limits and templates, then its faults in a table, and a marked file to correct."""

from functools import partial
from io import BytesIO

import streamlit as st

from ptce_data.datasets.faults import DataError, Fault
from ptce_data.intake import (
    CellFault,
    Upload,
    limits_in_words,
    mark_faults,
    read_upload,
    reopen,
    template_csv,
    template_xlsx,
)
from ptce_data.spreadsheets.file_limits import MAX_BYTES
from ptce_data.texts import NBSP, number, plural, spaced
from ptce_data.views.components.markup import html
from ptce_data.views.components.pager import Pager
from ptce_data.views.pages.comparer import session

_TURN = f"{session.PREFIX}-turn"  # changes with every file, so that the server frees the memory of the one before
_UPLOAD = f"{session.PREFIX}-read"  # (name, content, Upload): content only while there is a fault to mark in it
_FAULTS = "ptce-faults"
PAGE_SIZE = 25
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

HOW = (
    f"XLSX, ODS ou CSV, une ligne par structure membre. Au plus{NBSP}: {limits_in_words()}. Colonnes dans n’importe "
    "quel ordre, libellés ou codes, avec ou sans accents. Ni macro, ni formule, ni lien externe."
)


def show_upload_panel() -> None:
    """Draw the templates, the upload field, and the result of the last upload."""
    st.header("Déposer un fichier", anchor=False)
    st.markdown(HOW)
    with st.container(horizontal=True, gap="small"):
        _download("Modèle pour tableur (XLSX)", template_xlsx, "modele-mon-pole.xlsx", _XLSX)
        _download("Modèle CSV", template_csv, "modele-mon-pole.csv", "text/csv")
    key = f"{session.PREFIX}-file-{st.session_state.get(_TURN, 0)}"
    with st.container(key="ptce-deposit"):
        st.file_uploader(
            "Votre fichier (XLSX, ODS, CSV), ou vos réponses enregistrées ici (JSON)",
            key=key,
            max_upload_size=-(-MAX_BYTES // 1_000_000),
            on_change=partial(_read_file, key),
        )
        # Shown by the style sheet when the browser itself refuses a file: the server then knows nothing of it.
        with st.container(key="ptce-deposit-oversized"):
            st.markdown(f"Ce fichier dépasse la taille dite ci-dessus{NBSP}: il n’a pas été envoyé.")
            st.button("Choisir un autre fichier", key="ptce-deposit-again", on_click=_clear_file)
    stored = st.session_state.get(_UPLOAD)
    if stored is not None:
        _faults(*stored)


def _download(label: str, data, name: str, mime: str) -> None:
    st.download_button(
        label, data=data, file_name=name, mime=mime, key=f"ptce-{name}", icon=":material/download:", on_click="ignore"
    )


def _read_file(key: str) -> None:
    """Callback: read the file at once, keep its valid cells, free its memory."""
    file = st.session_state[key]
    if file is None:
        return
    name, content = file.name, file.getvalue()
    _clear_file()
    upload = _reopened(content) if name.lower().endswith(".json") else read_upload(name, content)
    marked = any(isinstance(fault, CellFault) for fault in upload.faults)
    st.session_state[_UPLOAD] = (name, content if marked else b"", upload) if upload.faults else None
    if upload.pole is not None:
        session.replace_pole(upload.pole)
        if not upload.faults:
            session.open_panel(None)
            session.set_notice(_accepted_words(name, upload))


def _clear_file() -> None:
    """Callback: empty the upload field."""
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1


def _reopened(content: bytes) -> Upload:
    """A file of saved answers as an Upload."""
    try:
        pole = reopen(content)
    except DataError as fault:
        return Upload(None, fault.faults)
    return Upload(pole)


def _accepted_words(name: str, upload: Upload) -> str:
    if not upload.rows_read:
        return f"Vos réponses enregistrées sont rouvertes{NBSP}: {name}."
    lines = f"{plural(upload.rows_kept, 'structure')} sur {plural(upload.rows_read, 'ligne lue', 'lignes lues')}"
    return " ".join((f"{name}{NBSP}: {lines}, aucun défaut.", *upload.notes))


def _faults(name: str, content: bytes, upload: Upload) -> None:
    """Draw the result of the upload: refused, or kept without its faults."""
    if upload.refused:
        _refused(name, upload.faults[0])
        return
    if not upload.faults:
        return
    cells = [fault for fault in upload.faults if isinstance(fault, CellFault)]
    count = sum(fault.count for fault in upload.faults)
    with st.container(border=True, key="ptce-deposit-faults"):
        st.markdown(
            f"**{plural(count, 'case', 'cases')} à corriger dans ce fichier.** Ce qui est juste est gardé{NBSP}: "
            f"{plural(upload.rows_kept, 'structure')} sur {plural(upload.rows_read, 'ligne lue', 'lignes lues')}. "
            "Une case fautive est comptée comme une absence de réponse."
        )
        with st.container(horizontal=True, gap="small"):
            _download(
                "Fichier corrigé, défauts marqués (XLSX)",
                partial(_marked, name, content, upload.faults),
                "a-corriger.xlsx",
                _XLSX,
            )
            st.button(
                "Voir ma comparaison quand même", key="ptce-deposit-see", on_click=session.open_panel, args=(None,)
            )
        pager = Pager(cells, PAGE_SIZE, _FAULTS, (name, len(content)), "défaut")
        st.html(f"<div class='ptce-figure-scroll'>{fault_table(pager.shown)}</div>")
        pager.draw()
        for fault in upload.faults:
            if not isinstance(fault, CellFault):
                st.caption(spaced(f"{fault.rule} : {fault.remedy}."))
        for note in upload.notes:
            st.caption(html(note))


def fault_table(faults) -> str:
    """An HTML table: place, value read, rule, remedy."""
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Ligne", "Colonne", "Lu", "Règle", "Écrire"))
    rows = "".join(_fault_row(fault) for fault in faults)
    return (
        "<table class='ptce-faults'><caption>Défauts du fichier, case par case</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _fault_row(fault: CellFault) -> str:
    where = f"{number(fault.row)} ({fault.cell})"
    cells = (fault.column or "", fault.value or "(vide)", spaced(fault.rule), spaced(fault.remedy))
    return f'<tr><th scope="row">{where}</th>{"".join(f"<td>{html(cell)}</td>" for cell in cells)}</tr>'


def _marked(name: str, content: bytes, faults) -> BytesIO:
    return BytesIO(mark_faults(name, content, faults))


def _refused(name: str, fault: Fault) -> None:
    with st.container(border=True, key="ptce-deposit-refused"):
        st.markdown("**Ce fichier n’a pas pu être lu.** Rien n’en est gardé.")
        rule, remedy = spaced(fault.rule), spaced(fault.remedy)
        st.html(
            f"<dl class='ptce-facts'><dt>Fichier</dt><dd>{html(name)}</dd><dt>Raison</dt><dd>{html(rule)}.</dd>"
            f"<dt>Remède</dt><dd>{html(remedy[:1].upper() + remedy[1:])}.</dd></dl>"
        )
