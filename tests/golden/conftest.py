"""Golden projects: their own tests run in copies, see `test_built_projects.py`."""

collect_ignore_glob = ["*/after/*", "*/written/*"]
