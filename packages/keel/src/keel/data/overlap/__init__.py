"""No two rows at one time: what the service checks, and what Postgres keeps by itself."""
