"""Chiffres vérifiés: the list of percentages, and the sheet of one."""
