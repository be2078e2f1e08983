"""Tenants: nobody of another one, however strong, finds a row, changes it or learns of it."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column

from keel.access import Operation
from keel.access.paths import table_of
from keel.data import AtMost
from keel.data.model import models
from keel.data.relations.pair import ends
from keel.testing.able import NobodyCan
from keel.testing.cases import each, where
from keel.testing.linked import links
from keel.testing.references import reference_columns
from keel.testing.resource import Resource, unique_columns
from keel.testing.scene import Scene
from keel.testing.visitors import Visitor


def _is_of_tenants(resource: Resource) -> bool:
    return bool(resource.model.tenant_field)


def _on_one_row(resource: Resource) -> list[Operation]:
    names: list[Operation] = ["read", "update", "delete"]
    return [name for name in names if name in resource.endpoints and _is_of_tenants(resource)]


def _actions(resource: Resource) -> list[str]:
    offered = resource.action_endpoints.items() if _is_of_tenants(resource) else ()
    return [name for name, endpoint in offered if "{" in endpoint.path]


def _walks(resource: Resource) -> list[str]:
    if not (resource.tree and _is_of_tenants(resource)):
        return []
    listed = ["children", "subtree"] if "list" in resource.endpoints else []
    return [*listed, *(["ancestors"] if "read" in resource.endpoints else [])]


def _lists(resource: Resource) -> Iterator[str]:
    """What follows the path of a list: nothing, or the name of an export."""
    if "list" in resource.endpoints and _is_of_tenants(resource):
        yield ""
        yield from (f"/export.{file_format}" for file_format in resource.exports)


def _referring(operation: Operation) -> Any:
    def names(resource: Resource) -> list[str]:
        """The references and lists that a body sets and that lead to rows of tenants."""
        schema = resource.body(operation)
        if schema is None or not _is_of_tenants(resource):
            return []
        columns = {column.name: column for column in reference_columns(resource.model)}
        columns |= {name: ends(pair)[1] for name, pair in links(resource.model).items()}
        return sorted(
            name for name in columns.keys() & schema.model_fields if _leads_within(columns[name])
        )

    return names


def _leads_within(column: Column[Any]) -> bool:
    """Whether a column leads to rows of tenants, told before every model is imported."""
    (key,) = column.foreign_keys
    table = key.target_fullname.partition(".")[0]
    return any(model.tenant_field for model in models() if table_of(model).name == table)


def _is_made_alone(resource: Resource) -> bool:
    """Whether anybody who may create one needs to be nothing to other rows first."""
    return "create" in resource.endpoints and not resource.policy.create.columns


def _is_made_and_read(resource: Resource) -> bool:
    is_read = _is_of_tenants(resource) and "read" in resource.endpoints
    return is_read and _is_made_alone(resource)


def _is_made_below(resource: Resource) -> bool:
    return bool(resource.under) and _is_of_tenants(resource) and _is_made_alone(resource)


def _alike(resource: Resource) -> list[str]:
    """The sets of fields that two tenants may have alike, though one of them may not twice."""
    schema = resource.body("create")
    found = unique_columns(resource.model) if schema and _is_made_alone(resource) else []
    own = resource.model.tenant_field
    return [
        " and ".join(others)
        for names in found
        if own in names and (others := [name for name in names if name != own])
        if schema and {*others} <= {*schema.model_fields}
    ]


def _limits(resource: Resource) -> list[AtMost]:
    """The limits on what two tenants may have alike: no reference, which is of one anyway."""
    schema = resource.body("create")
    if schema is None or not (_is_of_tenants(resource) and _is_made_alone(resource)):
        return []
    settable = {*schema.model_fields} - {it.name for it in reference_columns(resource.model)}
    rules = (rule for rule in resource.model.rules if isinstance(rule, AtMost))
    return [rule for rule in rules if {rule.per, *rule.where} <= settable]


class TenantTests:
    """What is of one tenant is not there for anybody of another."""

    @each(_on_one_row)
    def test_another_tenants_row_is_not_found(self, scene: Scene, case: Operation) -> None:
        row = scene.row()
        with scene.elsewhere() as outsider:
            answer = scene.send(case, outsider, row)
        answer.must_be(404, "it is of another tenant")
        left = scene.store.find(scene.resource.model, row.id)
        answer.must_hold(left == row, f"{row} to be as it was")

    @each(_lists)
    def test_a_list_has_nothing_of_another_tenant(self, scene: Scene, case: str) -> None:
        row = scene.row()
        path = scene.path("list", scene.callers.stranger)
        answer = scene.callers.outsider.get(f"{path}{case}")
        if scene.resource.under:
            answer.must_be(404, "what it stands below is of another tenant")
        answer.must_hold(str(row.id) not in answer.response.text, "nothing of another tenant")
        if not scene.resource.under and not case:
            own = [str(each_row.id) for each_row in scene.reached("list", scene.callers.outsider)]
            shown = [item["id"] for item in answer.must_be(200, "a list").body["items"]]
            answer.must_hold(sorted(shown) == own, f"their own rows alone: {own}")

    @where(_is_made_and_read)
    def test_what_another_tenant_makes_is_not_there(self, scene: Scene) -> None:
        with scene.elsewhere() as outsider:
            made = scene.create(outsider, scene.body("create", outsider))
        url = scene.resource.url(made.must_be(201, "the body is valid").body["id"])
        scene.allowed("read").get(url).must_be(404, "it is of who made it")

    @where(_is_made_below)
    def test_nothing_is_made_below_a_row_of_another_tenant(self, scene: Scene) -> None:
        row = scene.row()
        path = scene.resource.rows(getattr(row, str(scene.resource.under)))
        with scene.elsewhere() as outsider:
            body = scene.body("create", outsider)
        outsider.post(path, body).must_be(404, "what it would stand below is of another tenant")

    @each(_actions)
    def test_nobody_acts_on_another_tenants_row(self, scene: Scene, case: str) -> None:
        row = scene.row()
        action = next(action for action in scene.resource.actions if action.name == case)
        with scene.elsewhere() as outsider:
            answer = scene.act(action, outsider, row)
        answer.must_be(404, "it is of another tenant")

    @each(_walks)
    def test_nobody_walks_another_tenants_tree(self, scene: Scene, case: str) -> None:
        url = f"{scene.resource.url(scene.row().id)}/{case}"
        scene.callers.outsider.get(url).must_be(404, "the row is of another tenant")

    @each(_referring("create"))
    def test_nothing_new_leads_to_another_tenant(self, scene: Scene, case: str) -> None:
        theirs = _something(scene, "create", scene.allowed("create", case), case)
        with scene.elsewhere() as outsider:
            if not scene.may_write(case, "create", outsider):
                raise NobodyCan(scene.resource, "create", [case])
            body = scene.body("create", outsider) | {case: theirs}
            answer = scene.create(outsider, body)
        answer.must_be(422, f"{case} is of another tenant").must_name(case)

    @each(_referring("update"))
    def test_no_change_leads_to_another_tenant(self, scene: Scene, case: str) -> None:
        visitor, row = scene.allowed("update", case), scene.row()
        with scene.elsewhere() as outsider:
            theirs = _something(scene, "update", outsider, case)
        answer = visitor.patch(scene.resource.url(row.id), {case: theirs})
        answer.must_be(422, f"{case} is of another tenant").must_name(case)

    @each(_alike)
    def test_two_tenants_may_have_alike(self, scene: Scene, case: str) -> None:
        visitor = scene.allowed("create")
        first = scene.body("create", visitor)
        scene.create(visitor, first).must_be(201, "the body is valid")
        _must_be_made_elsewhere(scene, {name: first[name] for name in case.split(" and ")})

    @each(_limits)
    def test_rows_of_another_tenant_do_not_count(self, scene: Scene, case: AtMost) -> None:
        row = scene.row(**case.where)
        shared = {case.per: getattr(row, case.per)}
        for _ in range(case.most - 1):
            scene.row(**case.where, **shared)
        _must_be_made_elsewhere(scene, {**case.where, **shared})


def _something(scene: Scene, operation: Operation, by: Visitor, name: str) -> Any:
    """What a reference or a list of a body can hold, made for where rows are made now."""
    if name in scene.resource.table.c:
        return scene.value(name)[name]
    return scene.body(operation, by)[name]


def _must_be_made_elsewhere(scene: Scene, values: dict[str, Any]) -> None:
    """Somebody of another tenant can make a row with these values."""
    with scene.elsewhere() as outsider:
        answer = scene.create(outsider, scene.body("create", outsider) | values)
    answer.must_be(201, "what another tenant has stands against nothing")
