"""The language of blueprints: what a backend shall be, read from one page of YAML."""
