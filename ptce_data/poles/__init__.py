"""The real poles: their directory, their places, and what lies around them. Public facts, never masked."""
