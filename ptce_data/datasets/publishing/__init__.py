"""The contracts published: for machines (`datapackage.json`) and for readers (docs/dictionnaire.md)."""
