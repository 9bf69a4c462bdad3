"""Code lists: a stable code, a French label, a definition.

Codes are identity (files, links, tests, caches); labels are clothes and may be reworded at any time.
Every list is closed: a value outside it is a fault of the data, never silently accepted.
"""

from dataclasses import dataclass
from functools import cached_property

#: The value one can pick when a fact was not found or a question not answered ("non renseigné").
NOT_RECORDED = "nr"


@dataclass(frozen=True)
class Code:
    code: str
    label: str
    definition: str = ""


@dataclass(frozen=True)
class CodeList:
    """A closed list of codes; iterating gives the `Code`s in their editorial order."""

    key: str
    title: str
    codes: tuple[Code, ...]

    def __iter__(self):
        return iter(self.codes)

    def __len__(self) -> int:
        return len(self.codes)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    @cached_property
    def _by_code(self) -> dict[str, Code]:
        return {code.code: code for code in self.codes}

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._by_code)

    def label(self, code: str) -> str:
        """The French label; `nr` is "non renseigné" in every list.

        Raises KeyError for a code outside the list: a label is never invented.
        """
        if code == NOT_RECORDED and code not in self._by_code:
            return "non renseigné"
        return self._by_code[code].label

    def order(self, code: str) -> int:
        """The rank of a code in the editorial order; "non renseigné" comes last."""
        return self.keys.index(code) if code in self._by_code else len(self.codes)


SECTORS = CodeList(
    "sector",
    "Secteur d’activité",
    (
        Code(
            "ecoactivites",
            "Écoactivités",
            "Déchets, recyclage, énergie et entretien de l’environnement au sens de l’enquête de 2017.",
        ),
        Code(
            "emploi",
            "Emploi et sécurisation des parcours",
            "Insertion, accès à l’emploi, parcours entre employeurs.",
        ),
        Code(
            "alimentation",
            "Alimentation et agriculture durable",
            "De la production au repas, circuits courts.",
        ),
        Code(
            "culture",
            "Culture et industries créatives",
            "Spectacle, musique, livre, mode, design, patrimoine.",
        ),
        Code(
            "services-entreprises",
            "Services aux entreprises",
            "Locaux partagés, appui, comptabilité, conseil, coopératives d’activité.",
        ),
        Code("services-personne", "Services à la personne", "Aide à domicile, garde, vie quotidienne."),
        Code("formation", "Formation", "Formation initiale, continue et transfert de savoir-faire."),
        Code(
            "action-sociale",
            "Action sociale et santé",
            "« Action sociale » dans l’enquête de 2017 ; « santé/social » dans l’annuaire.",
        ),
        Code("habitat-energie", "Habitat et énergie", "Écoconstruction, rénovation, énergies renouvelables."),
        Code("mobilite", "Mobilité", "Déplacements des personnes, vélo, autopartage."),
        Code("numerique", "Numérique", "Services et médiation numériques."),
        Code("textile-reemploi", "Textile et réemploi", "Filières textiles, ressourceries, recycleries."),
        Code("tourisme", "Tourisme", "Accueil, hébergement, découverte."),
        Code("autre", "Autre secteur", "Secteur cité par la source et hors de cette liste."),
    ),
)

LEGAL_STATUSES = CodeList(
    "legal_status",
    "Statut juridique",
    (
        Code("association", "Association", "Loi du 1er juillet 1901, ou droit local d’Alsace et de Moselle."),
        Code("sarl", "SARL", "Société à responsabilité limitée."),
        Code("scic", "SCIC", "Société coopérative d’intérêt collectif, quelle que soit sa forme commerciale."),
        Code(
            "collectivite",
            "Collectivité territoriale ou groupement",
            "« Collectivités territoriales » dans l’enquête ; les EPCI de l’annuaire y sont rangés.",
        ),
        Code("scop", "SCOP", "Société coopérative et participative."),
        Code("societe", "SA ou SAS", "Autre société commerciale par actions."),
        Code("cooperative", "Autre coopérative", "Coopérative agricole, d’artisans, de consommateurs…"),
        Code("mutuelle", "Mutuelle", "Mutuelle ou union de mutuelles."),
        Code("fondation", "Fondation", "Fondation ou fonds de dotation."),
        Code(
            "etablissement-public",
            "Établissement public",
            "Université, lycée, centre hospitalier, chambre consulaire…",
        ),
        Code("autre", "Autre statut", "Statut connu et hors de cette liste."),
    ),
)

RECOGNITIONS = CodeList(
    "recognition",
    "Reconnaissance",
    (
        Code("temoin-2011", "Pôle témoin (2011-2012)", "Choisi après l’appel à expérimentation de 2011."),
        Code("aap-2013", "Lauréat 2013", "Premier appel à projets interministériel."),
        Code("aap-2015", "Lauréat 2015", "Deuxième appel à projets interministériel."),
        Code("ami-2021", "Lauréat 2021", "Appel à manifestation d’intérêt 2021, seconde phase."),
        Code("ami-2022", "Lauréat 2022", "Appel à manifestation d’intérêt 2022."),
        Code("ami-2023", "Lauréat 2023", "Appel à manifestation d’intérêt 2023."),
        Code("ami-2024", "Lauréat 2024", "Appel à manifestation d’intérêt 2024."),
        Code("emergent-2021", "Émergent 2021", "Appel à manifestation d’intérêt 2021, première phase."),
        Code("candidat-2015", "Candidat 2015", "Candidature au deuxième appel ; issue inconnue."),
        Code("exemple-2011", "Exemple de 2011-2012", "Cité en exemple avant la labellisation."),
        Code(
            "cite",
            "Cité comme PTCE, sans vague lue",
            "Une page le dit PTCE ; aucune page lue ne donne de vague. Cela ne veut pas dire « non reconnu ».",
        ),
    ),
)

YES_NO = CodeList("yes_no", "Oui ou non", (Code("oui", "Oui"), Code("non", "Non")))

ANSWERS = CodeList(
    "answer",
    "Réponse",
    (
        Code("oui", "Oui"),
        Code("non", "Non"),
        Code("sans-reponse", "Sans réponse", "La question a été posée, rien n’a été répondu."),
        Code("non-posee", "Question non posée", "La question ne figurait pas au questionnaire de ce répondant."),
    ),
)

UNITS = CodeList(
    "unit",
    "Unité interrogée",
    (
        Code("structure", "Structure", "Organisation membre d’un pôle."),
        Code("pole", "Pôle", "Pôle territorial de coopération économique."),
    ),
)

GEO_BASES = CodeList(
    "geo_basis",
    "Précision du lieu",
    (
        Code("commune_stated", "Commune dite par la source"),
        Code("main_site", "Site principal", "Lieu d’activité ; le siège n’est pas indiqué : approximatif."),
        Code("name", "Lieu tiré du nom", "Approximatif."),
        Code(
            "eponym_territory",
            "Ville-centre du territoire",
            "Le territoire du pôle porte ce nom : approximatif.",
        ),
        Code("dept_only", "Département seul", "Compté et listé, jamais placé sur la carte."),
        Code("region_only", "Région seule", "Compté et listé, jamais placé sur la carte."),
    ),
)

#: Places precise enough to be drawn; those of APPROXIMATE_BASES are drawn differently.
LOCATED_BASES = ("commune_stated", "main_site", "name", "eponym_territory")
APPROXIMATE_BASES = ("main_site", "name", "eponym_territory")

CONFIDENCES = CodeList(
    "confidence",
    "Confiance",
    (
        Code("high", "Élevée", "Au moins une page institutionnelle ou celle du pôle."),
        Code("medium", "Moyenne", "Source de seconde main, ou rapprochement fait par nous."),
    ),
)

PROVENANCES = CodeList(
    "provenance",
    "Nature de la donnée",
    (
        Code("public", "Public", "Fait public, vérifiable à la source indiquée."),
        Code("published", "Publié", "Chiffre publié d’une enquête, repris avec sa base."),
        Code(
            "demonstration",
            "Démonstration",
            "Échantillon fabriqué et calé sur les chiffres publiés : aucune ligne n’est une structure réelle.",
        ),
        Code("imported", "Importé", "Réponses réelles apportées à l’observatoire : une vague de l’enquête, un pôle."),
    ),
)

BASE_CERTAINTIES = CodeList(
    "base_certainty",
    "Certitude de la base",
    (
        Code("counted", "comptée", "Base comptée par nous sur des faits publics."),
        Code("stated", "dite par la source", "La source dit sur quelle base porte le pourcentage."),
        Code("unstated", "non dite par la source", "La source ne dit pas la base."),
        Code(
            "impossible",
            "dite mais impossible",
            "Aucun effectif entier ne donne ce pourcentage sur la base dite.",
        ),
    ),
)

QPV_CHANGES = CodeList(
    "qpv_change",
    "Évolution depuis 2015",
    (
        Code("unchanged", "Périmètre inchangé"),
        Code("modified", "Périmètre modifié"),
        Code("new", "Nouveau quartier"),
    ),
)
