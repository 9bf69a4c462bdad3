"""The answers to the questionnaire: yes or no where a figure is published, "not asked" where none is."""

from collections.abc import Mapping, Sequence

from ptce_data.build.calibration import odds
from ptce_data.build.demonstration.demonstration_poles import DemonstrationPole
from ptce_data.build.demonstration.spreading import spread
from ptce_data.build.demonstration.targets import Targets
from ptce_data.schema.questions import QUESTIONS, Question

#: Who leans towards what (odds): made up, so that a crossing has something to show.
_LEANINGS = {
    ("association", "lien-social"): 2.0,
    ("scic", "cooperation"): 2.0,
    ("scop", "mutualisation"): 2.0,
    ("sarl", "moyens-financiers"): 1.8,
    ("collectivite", "lieux"): 2.0,
}


def rows(structures: Sequence[Mapping], targets: Targets) -> list[dict]:
    """Rows of the `responses` table: every structure, every question, every item."""
    members: dict[str, list[str]] = {}
    for row in structures:
        members.setdefault(row["pole_id"], []).append(row["structure_id"])
    statuses = {row["structure_id"]: row["legal_status"] for row in structures}
    impacted: set[str] = set()
    built = []
    for question in QUESTIONS:
        # Only those who say that belonging has an effect on human resources can name that effect.
        asked = members if question.key != "hr-effects" else _within(members, impacted)
        for item in question.items:
            yes = _yes(question, item.code, asked, statuses, targets) if question.asked else set()
            impacted = yes if question.key == "hr-impact" else impacted
            built += [_row(question, item.code, structure, yes) for structure in statuses]
    return built


def _yes(
    question: Question,
    item: str,
    members: Mapping[str, list[str]],
    statuses: Mapping[str, str],
    targets: Targets,
) -> set[str]:
    def pole_odds(pole: DemonstrationPole) -> float:
        """Poles differ: by their habit of cooperation, by theme, by item, and a little by région."""
        return (
            odds(4, "habit", pole.number)
            * odds(3, "theme", question.key, pole.number)
            * odds(1.5, "item", question.key, item, pole.number)
            * odds(0.3, "region", question.key, pole.region)
        )

    def structure_odds(structure: str) -> float:
        return odds(3, "zeal", structure) * _LEANINGS.get((statuses[structure], item), 1.0)

    return spread(targets.count(question.key, item), members, pole_odds, structure_odds, question.key, item)


def _within(members: Mapping[str, list[str]], kept: set[str]) -> dict[str, list[str]]:
    return {pole: [structure for structure in structures if structure in kept] for pole, structures in members.items()}


def _row(question: Question, item: str, structure: str, yes: set[str]) -> dict:
    answer = ("oui" if structure in yes else "non") if question.asked else "non-posee"
    return {
        "respondent_id": structure,
        "unit": question.unit,
        "question": question.key,
        "item": item,
        "answer": answer,
    }
