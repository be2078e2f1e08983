"""The settings of a built project, as its documents list them."""

import inspect
import re
from dataclasses import dataclass
from functools import cache

from keel.settings import Settings, SettingsWithFiles
from keel.settings.accounts import AccountSettings
from keel.settings.mail import MailSettings
from keel.settings.root import Root
from pydantic.fields import FieldInfo

from apiwright.blueprint.files import keeps_files
from apiwright.blueprint.model import Blueprint

_ATTRIBUTE = re.compile(r"^    (\w+): (.+(?:\n {5,}.+)*)", re.MULTILINE)
_REQUIRED = {"secret_key"}
_OF_ALL = Root.model_fields.keys() | _REQUIRED
_OF_CLIENTS = {"issuer_url"}
_OF_ACCOUNTS = (AccountSettings.model_fields | MailSettings.model_fields).keys() - _OF_ALL


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; `default` as the environment would write it, empty if there is none."""

    name: str
    about: str
    default: str
    is_required: bool


def settings(blueprint: Blueprint) -> list[Setting]:
    """Every setting that means something here, in the order and the words of keel."""
    own = {"database_url": f"sqlite+aiosqlite:///{blueprint.package}.db"}
    return [
        Setting(name.upper(), about, own.get(name, default), name in _REQUIRED)
        for name, about, default in _keel_settings()
        if (blueprint.auth or name not in _OF_ACCOUNTS)
        and (keeps_files(blueprint) or name in Settings.model_fields)
        and (blueprint.has_method("client_credentials") or name not in _OF_CLIENTS)
    ]


@cache
def _keel_settings() -> list[tuple[str, str, str]]:
    kinds = [kind for kind in SettingsWithFiles.__mro__ if issubclass(kind, Root)]
    said = (kind.__doc__ or "" for kind in kinds)
    about = dict(_ATTRIBUTE.findall("\n".join(map(inspect.cleandoc, said))))
    return [
        (name, " ".join(about[name].split()), _default(field))
        for name, field in SettingsWithFiles.model_fields.items()
    ]


def _default(field: FieldInfo) -> str:
    known = {"environment": "development"}
    default = field.get_default(call_default_factory=True, validated_data=known)
    return "" if default in (None, []) or field.is_required() else str(default).lower()
