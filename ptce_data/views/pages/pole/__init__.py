"""The page of one pole."""
