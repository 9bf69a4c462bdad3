"""What a reader sees when something is wrong: in French, with the remedy; the trace goes to the log alone."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.runtime.scriptrunner import RerunException, StopException

from ptce_data.datasets.faults import DataError

LOG = logging.getLogger("ptce_data")

UNEXPECTED = (
    "Cette partie de la page n’a pas pu être affichée. Le reste du site fonctionne\u00a0; "
    "l’erreur est consignée dans le journal du serveur. Rechargez la page, ou prévenez la personne qui tient ce site."
)


class AlreadyTold(Exception):
    """What a part needs could not be read, and a part before it has said so: there is nothing to add."""


@contextmanager
def guarded() -> Iterator[None]:
    """Let the rest of the page go on, whatever happens inside."""
    try:
        yield
    except (StopException, RerunException):
        raise  # Streamlit's own control flow, not a fault
    except AlreadyTold:
        pass
    except Exception as fault:
        LOG.exception("A part of the page failed")
        st.error(message(fault), icon=":material/error:")


def message(fault: Exception) -> str:
    """The French message: a DataError says file, rule and remedy; another fault says nothing of itself."""
    return str(fault) if isinstance(fault, DataError) else UNEXPECTED


def on_script_error(fault: Exception) -> bool:
    """The last net, for what no `guarded` caught. True: Streamlit's own error box is not shown."""
    LOG.error("The page failed", exc_info=fault)
    st.error(message(fault), icon=":material/error:")
    return True
