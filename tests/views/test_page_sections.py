"""How a page draws its sections: each guarded, what several of them need read once, its fault told once."""

from streamlit.testing.v1 import AppTest


def sections():
    import streamlit as st

    from ptce_data.datasets.faults import DataError, Fault
    from ptce_data.selection import Selection
    from ptce_data.views.app import page

    read = []

    def unreadable(context):
        read.append(context)
        raise DataError((Fault("poles.parquet", None, 3, "une règle", "un remède"),))

    def needs_it(context):
        st.write(context.shared(unreadable))

    def wrong(context):
        raise ZeroDivisionError

    def whole(context):
        st.write(f"lu {len(read)} fois, pour {context.key}")

    page._draw((needs_it, wrong, needs_it, whole), page.Context("effets", Selection()))


def test_a_section_that_fails_leaves_the_others_and_a_shared_fault_is_told_once():
    app = AppTest.from_function(sections).run()
    assert not app.exception
    assert [part.value for part in app.markdown] == ["lu 1 fois, pour effets"]
    told = [part.value for part in app.error]
    assert len(told) == 2 and "poles.parquet" in told[0] and "poles.parquet" not in told[1]


def about_one_thing():
    import streamlit as st

    from ptce_data.selection import Selection
    from ptce_data.views.app import page

    parts = (*page.without_subject(lambda context: st.write("le choix")), *page.about(st.write))
    page._draw(parts, page.Context("pole", Selection()))
    page._draw(parts, page.Context("pole", Selection(), subject="un pôle"))


def test_a_page_about_one_thing_draws_the_choice_or_the_thing():
    app = AppTest.from_function(about_one_thing).run()
    assert [part.value for part in app.markdown] == ["le choix", "un pôle"]
