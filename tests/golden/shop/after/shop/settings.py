"""Settings of this backend, read once from the environment and `.env`."""

import keel


class Settings(keel.SettingsWithFiles):
    """What differs between your machine, the tests and production."""

    database_url: str = "sqlite+aiosqlite:///shop.db"
