"""One contract per Parquet file: column, type, unit, code list, nullable, description.

The reader (`datasets.reading`), the builder, `python -m ptce_data check`, the data dictionary and
`datapackage.json` all follow from these declarations.
"""

from ptce_data.schema import codes, cog
from ptce_data.schema.codes import CodeList
from ptce_data.schema.contracts import Column, Pair, Table
from ptce_data.schema.questions import DOCUMENTED_ITEMS, QUESTIONS

_QUESTION_CODES = CodeList(
    "question", "Question", tuple(codes.Code(question.key, question.wording) for question in QUESTIONS)
)


_TERRITORY = Pair(
    "departement_code",
    "region_code",
    {departement: (region,) for departement, region in cog.REGION_OF.items()},
    "région qui n’est pas celle du département",
)


def _region(nullable: bool = False) -> Column:
    return Column("region_code", "text", "Code officiel géographique de la région.", nullable, cog.REGIONS)


def _departement(nullable: bool = False) -> Column:
    return Column("departement_code", "text", "Code officiel géographique du département.", nullable, cog.DEPARTEMENTS)


def _point(nullable: bool) -> tuple[Column, Column]:
    return (
        Column("lon", "number", "Longitude, WGS 84.", nullable, unit="degrés", minimum=-180, maximum=180),
        Column("lat", "number", "Latitude, WGS 84.", nullable, unit="degrés", minimum=-90, maximum=90),
    )


_RECORD_KEY = Column(
    "record_key",
    "integer",
    "Clé tirée au hasard à l’import, qui brouille les effectifs (docs/secret.md) ; jamais diffusée ; "
    "vide si rien n’est à brouiller.",
    nullable=True,
    minimum=0,
    maximum=2**32 - 1,
)

_SECTORS = Column(
    "sectors",
    "text[]",
    "Secteurs d’activité, plusieurs possibles ; vide si non renseigné.",
    codes=codes.SECTORS,
)

POLES = Table(
    "poles",
    "Annuaire public des pôles",
    "Pôles réels nommés par des pages publiques ; rien ne dit qu’un pôle est encore actif.",
    "un pôle",
    (
        Column("pole_id", "text", "Identifiant stable, en minuscules sans accent.", unique=True),
        Column("name", "text", "Nom du pôle."),
        Column("alias", "text", "Autres noms lus.", nullable=True),
        Column("commune_code", "text", "Code INSEE de la commune.", nullable=True),
        Column("commune_name", "text", "Nom de la commune.", nullable=True),
        _departement(nullable=True),
        _region(),
        *_point(nullable=True),
        Column("geo_basis", "text", "Ce qui fonde le lieu.", codes=codes.GEO_BASES),
        _SECTORS,
        Column("carrier", "text", "Structure porteuse.", nullable=True),
        Column(
            "legal_status",
            "text",
            "Statut juridique de la structure porteuse.",
            nullable=True,
            codes=codes.LEGAL_STATUSES,
        ),
        Column("recognition", "text", "Vague de reconnaissance lue.", codes=codes.RECOGNITIONS),
        Column(
            "in_qpv",
            "text",
            "« oui » si la commune du pôle compte au moins un QPV ; vide si la commune est inconnue.",
            nullable=True,
            codes=codes.YES_NO,
        ),
        Column(
            "iae",
            "text",
            "Insertion par l’activité économique : l’annuaire ne le dit pas, la colonne est vide.",
            nullable=True,
            codes=codes.YES_NO,
        ),
        Column("year_created", "integer", "Année de création lue.", nullable=True, minimum=1900, maximum=2100),
        Column(
            "members",
            "integer",
            "Nombre de membres lu : dates et périmètres divers.",
            nullable=True,
            minimum=0,
        ),
        Column("members_note", "text", "Date et périmètre du nombre de membres.", nullable=True),
        Column("jobs", "integer", "Nombre d’emplois lu : dates et périmètres divers.", nullable=True, minimum=0),
        Column("jobs_note", "text", "Date et périmètre du nombre d’emplois.", nullable=True),
        Column("source_urls", "text[]", "Pages lues."),
        Column("confidence", "text", "Confiance dans la fiche.", codes=codes.CONFIDENCES),
        Column("note", "text", "Remarque.", nullable=True),
    ),
    sort=("region_code", "pole_id"),
    references=(("commune_code", "communes", "commune_code"),),
    pairs=(_TERRITORY,),
)

SAMPLE_POLES = Table(
    "sample_poles",
    "Pôles de l’échantillon",
    "Les 24 pôles de l’échantillon de démonstration : aucun n’est un pôle réel.",
    "un pôle de l’échantillon",
    (
        Column("pole_id", "text", "Identifiant.", unique=True),
        Column("name", "text", "Nom ; dit toujours « démonstration » pour un pôle fabriqué."),
        _departement(),
        _region(),
        Column(
            "legal_status",
            "text",
            "Statut de la structure porteuse.",
            nullable=True,
            codes=codes.LEGAL_STATUSES,
        ),
        Column("recognition", "text", "Vague de reconnaissance.", nullable=True, codes=codes.RECOGNITIONS),
        Column("fte_total", "number", "Emplois en équivalent temps plein.", unit="ETP", minimum=0, nullable=True),
        Column(
            "fte_coordination",
            "number",
            "Dont consacrés à l’animation et à la coordination.",
            unit="ETP",
            minimum=0,
            nullable=True,
        ),
        _RECORD_KEY,
    ),
    sort=("region_code", "pole_id"),
    pairs=(_TERRITORY,),
)

STRUCTURES = Table(
    "structures",
    "Structures de l’échantillon",
    "Les 187 structures membres de l’échantillon de démonstration : aucune n’est une structure réelle.",
    "une structure",
    (
        Column("structure_id", "text", "Identifiant.", unique=True),
        Column("pole_id", "text", "Pôle de la structure."),
        Column("name", "text", "Nom ; dit toujours « démonstration » pour une structure fabriquée."),
        _departement(),
        _region(),
        _SECTORS,
        Column("legal_status", "text", "Statut juridique.", nullable=True, codes=codes.LEGAL_STATUSES),
        Column("recognition", "text", "Vague de reconnaissance du pôle.", nullable=True, codes=codes.RECOGNITIONS),
        Column("in_qpv", "text", "Implantée en quartier prioritaire.", nullable=True, codes=codes.YES_NO),
        Column(
            "iae",
            "text",
            "Relève de l’insertion par l’activité économique.",
            nullable=True,
            codes=codes.YES_NO,
        ),
        _RECORD_KEY,
    ),
    sort=("region_code", "pole_id", "structure_id"),
    references=(("pole_id", "sample_poles", "pole_id"),),
    pairs=(_TERRITORY,),
)

RESPONSES = Table(
    "responses",
    "Réponses au questionnaire",
    "Une ligne par répondant, question et modalité.",
    "une réponse",
    (
        Column("respondent_id", "text", "Structure ou pôle qui répond, selon l’unité."),
        Column("unit", "text", "Unité interrogée.", codes=codes.UNITS),
        Column("question", "text", "Question du questionnaire.", codes=_QUESTION_CODES),
        Column("item", "text", "Modalité proposée (voir le questionnaire)."),
        Column("answer", "text", "Réponse.", codes=codes.ANSWERS),
    ),
    sort=("question", "item", "respondent_id"),
    pairs=(
        Pair(
            "question",
            "item",
            {question.key: tuple(item.code for item in question.items) for question in QUESTIONS},
            "modalité étrangère à sa question",
        ),
    ),
)

FIGURES = Table(
    "figures",
    "Chiffres publiés",
    "Chaque chiffre publié sur les PTCE, avec sa base telle qu’elle est dite et sa source.",
    "un chiffre publié",
    (
        Column("figure_id", "text", "Identifiant stable.", unique=True),
        Column("survey", "text", "Enquête, appel ou page."),
        Column("date", "text", "Date ou année, telle qu’imprimée.", nullable=True),
        Column("topic", "text", "Sujet."),
        Column("item", "text", "Ce qui est compté."),
        Column("value", "number", "Valeur, quand c’est un nombre simple.", nullable=True),
        Column("value_text", "text", "Valeur telle qu’imprimée.", nullable=True),
        Column("unit", "text", "Unité.", nullable=True),
        Column("base_as_stated", "text", "Base, telle que la source la dit.", nullable=True),
        Column("base_n", "integer", "Base chiffrée, si la source la chiffre.", nullable=True, minimum=1),
        Column("base_certainty", "text", "Ce qu’on sait de la base.", nullable=True, codes=codes.BASE_CERTAINTIES),
        Column("indicator", "text", "Indicateur que ce chiffre documente.", nullable=True),
        Column("item_code", "text", "Modalité de l’indicateur.", nullable=True),
        Column("source_url", "text", "Page lue."),
    ),
    sort=("figure_id",),
    pairs=(Pair("indicator", "item_code", DOCUMENTED_ITEMS, "modalité étrangère à son indicateur"),),
)

NEIGHBOURHOODS = Table(
    "neighbourhoods",
    "Quartiers prioritaires de la politique de la ville (QPV 2024)",
    "Situés par leur commune, pas par leur périmètre.",
    "un QPV",
    (
        Column("qpv_code", "text", "Code du quartier.", unique=True),
        Column("name", "text", "Nom du quartier."),
        Column("commune_codes", "text[]", "Codes INSEE des communes."),
        Column("commune_names", "text[]", "Noms des communes."),
        _departement(),
        _region(),
        Column("population", "integer", "Habitants.", nullable=True, unit="habitants", minimum=0),
        Column("poverty_rate", "number", "Taux de pauvreté.", nullable=True, unit="%", minimum=0, maximum=100),
        Column(
            "change_since_2015",
            "text",
            "Évolution du périmètre.",
            nullable=True,
            codes=codes.QPV_CHANGES,
        ),
        Column("codes_2015", "text[]", "Codes des quartiers de 2015 correspondants."),
        *_point(nullable=False),
        Column("location_precision", "text", "Précision du point : toujours « commune »."),
    ),
    sort=("region_code", "qpv_code"),
    pairs=(_TERRITORY,),
)

COMMUNES = Table(
    "communes",
    "Communes",
    "Communes, arrondissements municipaux et communes déléguées citées, au COG 2026.",
    "une commune",
    (
        Column("commune_code", "text", "Code INSEE.", unique=True),
        Column("name", "text", "Nom."),
        Column("type", "text", "commune-actuelle, arrondissement-municipal ou commune-deleguee."),
        Column("departement_code", "text", "Département ou collectivité d’outre-mer."),
        Column("region_code", "text", "Région.", nullable=True),
        Column("epci_code", "text", "Intercommunalité.", nullable=True),
        Column("population", "integer", "Population municipale.", nullable=True, unit="habitants", minimum=0),
        *_point(nullable=True),
        Column("point_source", "text", "Origine du point : geonames ou manual.", nullable=True),
    ),
    sort=("commune_code",),
)

TERRITORIES = Table(
    "territories",
    "Régions et départements",
    "Codes, noms, population et cadre géographique.",
    "une région ou un département",
    (
        Column("level", "text", "region ou departement."),
        Column("code", "text", "Code officiel géographique."),
        Column("name", "text", "Nom."),
        _region(),
        Column("population", "integer", "Somme des populations communales.", unit="habitants", minimum=0),
        Column("west", "number", "Cadre, ouest.", unit="degrés"),
        Column("south", "number", "Cadre, sud.", unit="degrés"),
        Column("east", "number", "Cadre, est.", unit="degrés"),
        Column("north", "number", "Cadre, nord.", unit="degrés"),
    ),
    sort=("level", "code"),
)

#: Every contract above, in the order of the file.
TABLES: tuple[Table, ...] = tuple(table for table in tuple(globals().values()) if isinstance(table, Table))

TABLE = {table.key: table for table in TABLES}
