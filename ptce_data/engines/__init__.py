"""The engines: a vocabulary that names no engine, and those who speak it. Only `ptce_data.engine` comes here."""
