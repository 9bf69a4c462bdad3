"""The sections of « Données et méthode »: each module declares one SECTION."""
