"""What the words of the sources become: source wording → our code, with the reason where it isn't obvious.

The facts keep the words of the sources; codes are given here, and only here. Documented in docs/donnees.md.
"""

from ptce_data.schema import codes, cog
from ptce_data.schema.codes import CodeList

#: Activities as worded in the directory of poles.
SECTORS = {
    "écoactivités": "ecoactivites",
    "emploi et sécurisation des parcours": "emploi",
    "alimentation et agriculture durable": "alimentation",
    "culture et industries créatives": "culture",
    "services aux entreprises": "services-entreprises",
    "services à la personne": "services-personne",
    "formation": "formation",
    # The survey says "action sociale" where the directory says "santé/social": one code, one filter.
    "santé/social": "action-sociale",
    "habitat/énergie": "habitat-energie",
    "mobilité": "mobilite",
    "numérique": "numerique",
    "textile/réemploi": "textile-reemploi",
    "tourisme": "tourisme",
    "autre": "autre",
}

#: Legal status of the carrying structure, as worded in the directory; "" is a status that no page says.
LEGAL_STATUSES = {
    "": None,
    "association": "association",
    "SARL": "sarl",
    "SCIC": "scic",
    # The survey counts "collectivités territoriales"; a grouping of communes is read with them.
    "EPCI": "collectivite",
    "SCOP": "scop",
    # Neither SCIC nor SCOP: the survey doesn't detail cooperatives.
    "coopérative agricole": "cooperative",
    "mutuelle": "mutuelle",
}

#: (wave, status) as read → recognition. Two columns in the facts, because a page may say one without the other.
RECOGNITIONS = {
    ("", "temoin_2011_2012"): "temoin-2011",
    ("2013", "laureat"): "aap-2013",
    ("2015", "laureat"): "aap-2015",
    ("2021", "laureat"): "ami-2021",
    ("2022", "laureat"): "ami-2022",
    ("2023", "laureat"): "ami-2023",
    ("2024", "laureat"): "ami-2024",
    # First phase of the 2021 call: help to emerge, not yet recognised as a pole.
    ("2021", "emergent_phase1"): "emergent-2021",
    ("", "candidat_2015"): "candidat-2015",
    ("", "exemple_2011"): "exemple-2011",
    # No page read gives a wave: that isn't "unrecognised".
    ("", "cite_comme_ptce"): "cite",
}

#: Régions by name, as the sources write it: with a straight apostrophe.
REGIONS = {region.label.replace("’", "'"): region.code for region in cog.REGIONS}


def _as_is(code_list: CodeList) -> dict[str, str | None]:
    """The facts already hold our codes."""
    return {code: code for code in code_list.keys}


#: "" is a neighbourhood whose evolution isn't said.
QPV_CHANGES = {"": None} | _as_is(codes.QPV_CHANGES)
#: "" is a figure that has no base: a date, a count.
BASE_CERTAINTIES = {"": None} | _as_is(codes.BASE_CERTAINTIES)
DEPARTEMENTS = _as_is(cog.DEPARTEMENTS)
GEO_BASES = _as_is(codes.GEO_BASES)
CONFIDENCES = _as_is(codes.CONFIDENCES)
