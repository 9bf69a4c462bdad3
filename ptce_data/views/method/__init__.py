"""The sections of « Données et méthode »: each module has one `show()`."""
