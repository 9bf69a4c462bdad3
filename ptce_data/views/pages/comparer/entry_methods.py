"""Three ways to enter a pole, side by side; then the pole entered, to save, change or erase."""

import streamlit as st

from ptce_data.datasets.release import release
from ptce_data.intake import save
from ptce_data.schema import cog
from ptce_data.schema.user_pole import UserPole
from ptce_data.texts import NBSP, NNBSP, plural
from ptce_data.views.app.errors import guarded
from ptce_data.views.components.markup import plain
from ptce_data.views.pages.comparer import form, sample_pole, session, upload_panel
from ptce_data.views.pages.comparer.draft import answers

#: (panel, label, icon, description)
METHODS = (
    (
        "form",
        "Remplir le formulaire",
        ":material/edit_note:",
        "Six écrans courts. Combien de structures, et combien disent «\u202foui\u202f».",
    ),
    (
        "file",
        "Déposer un fichier",
        ":material/upload_file:",
        "Une ligne par structure membre, sur un modèle à télécharger. Ou un fichier de réponses enregistré ici.",
    ),
    (
        "sample",
        "Prendre un pôle de l’échantillon",
        ":material/science:",
        "Un pôle qui est déjà ici, retiré de la référence à laquelle on le compare.",
    ),
)

PRIVATE = (
    "**Ce que vous apportez reste dans cet onglet** et, le temps de votre visite, dans la mémoire du serveur. Rien "
    "n’est écrit sur son disque ni dans ses journaux, et aucun lien ne le transporte. L’onglet fermé, tout disparaît"
    f"{NBSP}: enregistrez vos réponses pour les rouvrir un autre jour."
)

_PANELS = {"form": form.show_form, "file": upload_panel.show_upload_panel, "sample": sample_pole.show_sample_poles}


def show_entry_methods() -> None:
    """Draw the notice, the three ways, and the one that is open."""
    st.markdown(PRIVATE)
    user_pole = session.pole()
    if user_pole is not None:
        _summary(user_pole)
    if user_pole is None or session.panel():
        _methods()
    if session.panel():
        with st.container(key="ptce-compare-panel"), guarded():
            _PANELS[session.panel()]()


def _methods() -> None:
    with st.container(key="ptce-compare-ways"):
        for column, (name, label, icon, description) in zip(st.columns(3, gap="medium"), METHODS, strict=True):
            with column, st.container(border=True, key=f"ptce-compare-way-{name}", height="stretch"):
                st.button(
                    label,
                    key=f"ptce-compare-open-{name}",
                    icon=icon,
                    type="primary" if session.panel() == name else "secondary",
                    width="stretch",
                    on_click=session.open_panel,
                    args=(name,),
                )
                st.caption(description)


def _summary(user_pole: UserPole) -> None:
    """Draw what the server holds, in a line, and the buttons that act on it."""
    with st.container(border=True, key="ptce-compare-mine"):
        st.markdown(summary(user_pole))
        with st.container(horizontal=True, gap="small", key="ptce-compare-actions"):
            if session.panel():
                st.button(
                    "Voir ma comparaison",
                    type="primary",
                    key="ptce-compare-see",
                    on_click=session.open_panel,
                    args=(None,),
                )
            elif user_pole.sample_pole_id is None:
                _open("Compléter ou corriger", "form", "ptce-compare-edit")
            if not session.panel():
                _open("Apporter autrement", "file", "ptce-compare-other")
            st.download_button(
                "Enregistrer mes réponses",
                data=save(user_pole),
                file_name="mon-pole.json",
                mime="application/json",
                key="ptce-compare-save",
                icon=":material/save:",
                on_click="ignore",
            )
            with st.popover("Tout effacer", icon=":material/delete:", key="ptce-compare-erase"):
                st.markdown("Vos réponses disparaîtront de cet onglet et du serveur.")
                st.button("Oui, tout effacer", key="ptce-compare-erase-sure", type="primary", on_click=session.erase)


def _open(label: str, panel: str | None, key: str, type_: str = "secondary") -> None:
    st.button(label, type=type_, key=key, on_click=session.open_panel, args=(panel,))


def summary(user_pole: UserPole) -> str:
    """`**Mon pôle** — Rhône (69) · 12 structures · 31 réponses`, as Markdown."""
    name = plain(user_pole.name) if user_pole.name else "Mon pôle"
    parts = []
    if user_pole.departement_code:
        parts.append(f"{cog.DEPARTEMENTS.label(user_pole.departement_code)}{NBSP}({user_pole.departement_code})")
    if user_pole.structures:
        parts.append(plural(user_pole.structures, "structure"))
    if user_pole.sample_pole_id:
        parts.append(f"pôle {release().origin}{NNBSP}; il est retiré de sa propre référence")
    else:
        parts.append(plural(answers(user_pole), "réponse"))
    return f"**{name}** — {' · '.join(parts)}"
