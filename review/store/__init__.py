"""Articles, corrections and decisions in a database: SQLite by default, PostgreSQL by URL."""
