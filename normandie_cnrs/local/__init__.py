"""The embedded start: environment, PostgreSQL, broker, supervisor, test database. Nothing here serves production."""
