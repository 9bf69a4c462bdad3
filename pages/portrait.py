from ptce_data.indicators.survey_frame import survey_frame
from ptce_data.views.app import page
from ptce_data.views.app.errors import guarded
from ptce_data.views.components.empty_state import empty_state
from ptce_data.views.components.figure_sections import interval_switch, keyed, section, section_with_quote
from ptce_data.views.components.sample_banner import sample_banner


def content(selection):
    empty = True
    with guarded():
        answer = page.answer("portrait")
        empty = empty_state(selection, answer)
    with guarded():
        section_with_quote("L’enquête", survey_frame())
    with guarded():
        if empty:
            return
        sample_banner(answer)
        intervals = interval_switch()
        section("Activités et statuts", keyed(answer.results, "sectors", "legal-status"), intervals)
        section("Insertion et quartiers", keyed(answer.results, "iae", "qpv"), intervals)
        section("Territoires et taille", keyed(answer.results, "regions", "pole-size"), intervals)


page.show("portrait", content)
