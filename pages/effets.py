from ptce_data.views.app import page
from ptce_data.views.app.errors import guarded
from ptce_data.views.components.empty_state import empty_state
from ptce_data.views.components.figure_sections import interval_switch, keyed, section
from ptce_data.views.components.sample_banner import sample_banner


def content(selection):
    with guarded():
        answer = page.answer("effets")
        if empty_state(selection, answer):
            return
        sample_banner(answer)
        intervals = interval_switch()
        section("Ce qui fonde et relie", keyed(answer.results, "values", "pooling"), intervals)
        section("Formes et contributions", keyed(answer.results, "cooperation-forms", "contributions"), intervals)
        section("Ressources humaines", keyed(answer.results, "hr-impact", "hr-effects"), intervals)
        section("Effets ressentis", keyed(answer.results, "perceived-effects"), intervals)
        section("Coordination", keyed(answer.results, "coordination", "coordination-distribution"), intervals)


page.show("effets", content)
