from ptce_data.views import page

selection = page.begin("portrait")
