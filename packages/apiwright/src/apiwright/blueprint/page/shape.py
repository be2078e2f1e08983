"""Which keys a page has, and what each is for: the one declaration of them.

`keep.py` checks pages by it, `schema.py` tells editors, and the guide is tested against it.
"""

from __future__ import annotations

from apiwright.blueprint.methods import METHODS
from apiwright.blueprint.page.kinds import Either, Key, Many, Named, Record, Scalar

TEXT = Scalar("a text", ("string",))
NAME = Scalar("a text", ("string",), is_filled=True)
FLAG = Scalar("`true` or `false`", ("boolean",))
WEIGHT = Scalar("`true`, `false` or a weight", ("boolean", "integer"))
WHOLE = Scalar("a whole number", ("integer",))
BOUND = Scalar("a number", ("number", "string"))
ANYTHING = Scalar("a value")
NAMES = Many(TEXT, "a list of names")
RULE = Scalar("a rule such as `owner | admin`", ("string",))
SHORT = Scalar("a short form such as `str 1..120, unique`", ("string",))
SHORT_LIST = Many(SHORT, "one short form in a list, such as `[url]` or `[Tag]`")

FIELD = Record(
    {
        "type": Key(
            "A type, the name of a resource, a whole short form, one in a list, or what it is "
            "worked out from.",
            Either((SHORT, SHORT_LIST)),
        ),
        "optional": Key("Whether it may be absent and null; short: `?`.", FLAG),
        "min": Key("Least length, number of items or value; short: `1..`.", BOUND),
        "max": Key("Greatest length, number of items or value; short: `..120`.", BOUND),
        "matches": Key("A regular expression that finds something in the text.", TEXT),
        "digits": Key("Digits of a decimal; short: `decimal(10,2)`.", WHOLE),
        "places": Key("Digits of a decimal after the point.", WHOLE),
        "media_types": Key(
            "What a file may be; short: `file? ..5MB, image/png | image/jpeg`.", NAMES
        ),
        "values": Key("The words to choose from; short: `draft | published`.", NAMES),
        "states": Key(
            "Arrows from state to state, the first of which a new row is in; short: "
            "`draft -> published`.",
            Many(TEXT, "a list of arrows"),
        ),
        "default": Key(
            "What it is when nobody says; short: `= 0`. Also `now`, `today`, `new` or `caller`.",
            ANYTHING,
        ),
        "unique": Key("Whether no two rows may have the same.", FLAG),
        "index": Key("Whether to keep an index, for queries of your own.", FLAG),
        "search": Key("Whether `?q=` looks here for words, or their weight, 1 to 10.", WEIGHT),
        "read_only": Key("Whether callers can see but not set it.", FLAG),
        "write_only": Key("Whether callers can set but not see it.", FLAG),
        "read": Key("Who sees it in answers, of those who may read the row.", RULE),
        "write": Key("Who may set it, of those who may write the row.", RULE),
        "sensitive": Key(
            "Whether only the row's owner sees it, or who `read` says, and no log does.", FLAG
        ),
        "on_delete": Key(
            "What happens when the row that it points to is deleted.",
            Scalar("a word", ("string",), ("restrict", "cascade", "set null")),
        ),
        "was": Key("What it was called before, if it keeps what it held; short: `was name`.", TEXT),
        "about": Key("What it holds, for the docs.", TEXT),
        "example": Key("A value for the docs.", ANYTHING),
    },
    "a field",
)

ACCESS = Record(
    {
        "read": Key("Who may list and read, unless `list` says otherwise.", RULE),
        "write": Key("Who may create, update and delete, unless these say otherwise.", RULE),
        "list": Key("Who may list.", RULE),
        "create": Key("Who may add one.", RULE),
        "update": Key("Who may change one.", RULE),
        "delete": Key("Who may delete one.", RULE),
        "history": Key("Who may see what changed in one; who may read it, unless said.", RULE),
        "restore": Key("Who may bring a deleted one back, with `soft_delete`.", RULE),
        "purge": Key("Who may delete a deleted one for good, with `soft_delete`.", RULE),
    },
    "access rules",
)

LISTING = Record(
    {
        "filter": Key(
            "Fields to filter by, each with its usual operators or with those given.",
            Either((NAMES, Named(Many(TEXT, "a list of operators"), "a mapping of operators"))),
        ),
        "sort": Key("Fields to sort by; newest first unless asked.", NAMES),
        "page": Key(
            "Rows on a page, and the most that a caller may ask for: `20..100`.",
            Either((Scalar("a range such as `20..100`", ("string",)), WHOLE)),
        ),
        "cursor": Key("Whether pages go on from a cursor instead of an offset.", FLAG),
    },
    "a list",
)

_TERMS = {
    "cache": Key("For how long an answer may be kept: `60s`.", TEXT),
    "limit": Key("How often one caller may ask: `60/minute`.", TEXT),
    "deprecated": Key("The day from which nobody should begin to use it.", TEXT),
    "sunset": Key("The day from which it may be gone.", TEXT),
}
ACTION = Record(
    {
        "about": Key("What it does, for the docs.", TEXT),
        "by": Key("Who may do it.", RULE, is_needed=True),
        "on": Key(
            "Where it has no row of its own: on the `collection`.",
            Scalar("a word", ("string",), ("collection",)),
        ),
        "needs": Key("Fields that must have a value before.", NAMES),
        "sets": Key(
            "What fields become: a value, or `now`, `today` or `caller`.",
            Named(ANYTHING, "a mapping of fields"),
        ),
        "body": Key(
            "What the caller sends: names of fields, or fields of its own.",
            Either((NAMES, Named(Either((SHORT, FIELD)), "a mapping of fields"))),
        ),
        "returns": Key(
            "The resource that it answers, or several of it: `[Book]`; the row unless said.",
            Either((Scalar("the name of a resource", ("string",)), NAMES)),
        ),
    },
    "an action",
    others=Key("Where a field of states goes: `status: draft -> published`.", ANYTHING),
)

RESOURCE = Record(
    {
        "about": Key("What it is, in a sentence.", TEXT),
        "plural": Key("Its plural, where English has another: `people`.", NAME),
        "was": Key("What it was called before, if it keeps its rows.", NAME),
        "owned": Key("Whether each row belongs to the user who made it.", FLAG),
        "audit": Key("Whether each row says who made it, and who changed it last.", FLAG),
        "history": Key("Whether to keep what changed in each row, when and by whom.", FLAG),
        "soft_delete": Key("Whether a row that is deleted is kept, out of sight.", FLAG),
        "singleton": Key("Whether each account has one, and no other.", FLAG),
        "shared": Key("Whether its rows are the same for all tenants.", FLAG),
        "fields": Key(
            "What it holds.", Named(Either((SHORT, SHORT_LIST, FIELD)), "a mapping of fields")
        ),
        "members": Key("The resource that says who is a member of a row, and as what.", NAME),
        "unique": Key("Groups of fields that no two rows share.", Many(NAMES, "a list of groups")),
        "access": Key("Who may do what; what is not said, nobody may.", ACCESS, is_needed=True),
        "list": Key("How to list it.", LISTING),
        "rules": Key(
            "What must hold in each row, and among rows: `end after start`, `at most 3 per owner`.",
            Many(TEXT, "a list of sentences"),
        ),
        "actions": Key("What else can be done with it.", Named(ACTION, "a mapping of actions")),
        "under": Key("The reference whose row its list stands below: `under: project`.", NAME),
        "tree": Key("The reference to its own kind that makes it a tree: `tree: parent`.", NAME),
        "include": Key("Rows around it that answers show on demand: `[author, reviews]`.", NAMES),
        "export": Key(
            "What the whole list can be had as, in one file: `[csv, jsonl]`.",
            Many(Scalar("a format", ("string",), ("csv", "jsonl")), "a list of formats"),
        ),
        "bulk": Key(
            "What can be done with many rows in one call: `[create, update, delete]`.",
            Many(
                Scalar("an operation", ("string",), ("create", "update", "delete")),
                "a list of operations",
            ),
        ),
        **_TERMS,
    },
    "a resource",
)

FIELDS = Named(Either((SHORT, SHORT_LIST, FIELD)), "a mapping of fields")
_RETURNED = Either((Scalar("the name of a resource", ("string",)), FIELDS))

ENDPOINT = Record(
    {
        "about": Key("What it does, in a sentence.", TEXT),
        "access": Key("Who may call it.", RULE, is_needed=True),
        "path": Key("What `{…}` of the path hold, where that is no row of a resource.", FIELDS),
        "query": Key("What it takes behind `?`.", FIELDS),
        "body": Key("What it takes in its body.", FIELDS),
        "returns": Key(
            "What comes back: a resource, members of its own, or a list of one of these.",
            Either((*_RETURNED.kinds, Many(_RETURNED, "a list of one thing"))),
        ),
        "status": Key("The status when all goes well; 200, or 204 for nothing.", WHOLE),
        "errors": Key("Further statuses that it may fail with.", Many(WHOLE, "a list of statuses")),
        "name": Key("What its route and its method are called, where that is taken.", NAME),
        **_TERMS,
    },
    "an endpoint",
)

_KEPT = {
    "resources": Key("What the backend keeps, by name.", Named(RESOURCE, "a mapping")),
    "endpoints": Key("What is not a resource, by method and path.", Named(ENDPOINT, "a mapping")),
}

PART = Record(_KEPT, "a part")

_SHAPE = Record(
    {
        "was": Key(
            "What fields of today were called then: `{title: name}`.",
            Named(TEXT, "a mapping of fields"),
        ),
        "without": Key("Fields of today that there were not.", NAMES),
    },
    "an older shape",
)
_VERSION = Record(
    {
        "deprecated": _TERMS["deprecated"],
        "sunset": _TERMS["sunset"],
        "resources": Key(
            "Resources that were otherwise, or `none` for those that there were not.",
            Named(Either((Scalar("`none`", ("string",), ("none",)), _SHAPE)), "a mapping"),
        ),
    },
    "an older version",
)

BLUEPRINT = Record(
    {
        "backend": Key("The name of the backend.", TEXT, is_needed=True),
        "about": Key("What it is for, in a sentence or two.", TEXT),
        "version": Key("The version of its interface: `1.0.0`.", TEXT),
        "api": Key("The version that every path starts with: `v2`.", NAME),
        "versions": Key(
            "Older versions that are still served, by name.",
            Named(_VERSION, "a mapping of versions"),
        ),
        "roles": Key("Roles of accounts, weakest first; each includes those before it.", NAMES),
        "permissions": Key(
            "What accounts can be let do, each with the weakest role that may anyway, or `nobody`.",
            Named(Scalar("a role, or `nobody`", ("string",)), "a mapping of permissions"),
        ),
        "auth": Key(
            "That people have accounts, and how they get them.",
            Record(
                {
                    "sign_up": Key(
                        "Whether anybody may open an account, or only those who manage users.",
                        Scalar("a word", ("string",), ("open", "closed")),
                        is_needed=True,
                    ),
                    "methods": Key(
                        "How people sign in: `password`, `second_factor` for who wants one, "
                        "`api_key` for their programs, and `client_credentials` (OAuth 2.0) "
                        "where these exchange keys for short tokens.",
                        Many(Scalar("a method", ("string",), METHODS), "a list of methods"),
                    ),
                },
                "auth",
            ),
        ),
        "tenants": Key(
            "The resource whose rows are the tenants; each account and each row is of one.", NAME
        ),
        "parts": Key("Files beside this one that hold more of both.", NAMES),
        **_KEPT,
    },
    "a blueprint",
)
