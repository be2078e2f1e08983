"""Rows by the names of then: sent, shown, found and refused."""

from collections.abc import Callable
from typing import Any, get_args
from uuid import UUID

from pydantic_core import from_json

from keel.data.queries.filters import NOT_FILTERS
from keel.data.types.sent import as_sent
from keel.testing.answers import Answer
from keel.testing.cases import each, where
from keel.testing.linked import links
from keel.testing.older import OlderResource
from keel.testing.resource import unique_columns
from keel.testing.scene import Scene
from keel.testing.suites.finds import asked, some_value
from keel.testing.visitors import Visitor


def _offers(operation: str) -> Callable[[OlderResource], bool]:
    return lambda resource: operation in resource.endpoints


def _changed(resource: OlderResource) -> list[str]:
    """The members that a change sends by another name than today."""
    schema = resource.schema("update")
    return [name for name in resource.renamed if schema and name in schema.model_fields]


def _orders(resource: OlderResource) -> list[str]:
    field = resource.query.model_fields.get("sort") if resource.query else None
    orders = get_args(field.annotation) if field else ()
    return [order for order in orders if order.removeprefix("-") in resource.renamed]


def _filters(resource: OlderResource) -> list[str]:
    names = resource.query.model_fields if resource.query else ()
    filters = (name for name in names if name not in NOT_FILTERS)
    columns = resource.renamed.keys() - {resource.shape.was.get(it) for it in links(resource.model)}
    return [name for name in filters if name.partition("__")[0] in columns]


def _unknown_filters(resource: OlderResource) -> list[str]:
    end = resource.endpoints.get("list")
    if resource.query is None or end is None or end.query is None:
        return []
    return sorted(end.query.model_fields.keys() - resource.query.model_fields.keys())


def _unique(resource: OlderResource) -> list[str]:
    """The members then whose value belongs to one row alone."""
    schema = resource.schema("create")
    alone = [names[0] for names in unique_columns(resource.model) if len(names) == 1]
    then = (resource.shape.was[name] for name in alone if name in resource.shape.was)
    return [name for name in then if schema and name in schema.model_fields]


class OlderAnswerTests:
    """What is shown is what today shows, by the names of then."""

    @where(_offers("read"))
    def test_a_row_is_shown_as_it_was(self, scene: Scene, older: OlderResource) -> None:
        visitor, row = scene.allowed("read"), scene.row()
        today = _get(visitor, scene.resource.url(row.id))
        then = _get(visitor, older.older(scene.resource.url(row.id)))
        expected = older.as_then(today.body)
        then.must_hold(then.body == expected, f"what today shows, as it was: {expected}")

    @where(_offers("list"))
    def test_a_list_has_the_same_rows(self, scene: Scene, older: OlderResource) -> None:
        visitor = scene.allowed("list")
        for _ in range(3):
            scene.full_row(visitor)
        path = scene.path("list", visitor)
        today, then = _get(visitor, path, limit=2), _get(visitor, older.older(path), limit=2)
        expected = [older.as_then(item) for item in today.body["items"]]
        then.must_hold(then.body["items"] == expected, f"what today lists, as it was: {expected}")
        around = then.links.values()
        then.must_hold(
            all(link.startswith(older.older(path)) for link in around), "links in this version"
        )

    @where(_offers("list"))
    def test_a_list_costs_no_more_statements(self, scene: Scene, older: OlderResource) -> None:
        visitor = scene.allowed("list")
        scene.row()
        path = scene.path("list", visitor)
        with scene.store.statements() as today:
            _get(visitor, path)
        with scene.store.statements() as then:
            _get(visitor, older.older(path))
        assert len(then) == len(today), "\n".join(["In the older version it takes:", *then])

    @each(lambda resource: resource.exports)
    def test_an_export_has_the_names_of_then(
        self, scene: Scene, older: OlderResource, case: str
    ) -> None:
        visitor = scene.allowed("list")
        scene.row()
        path = scene.path("list", visitor)
        (item,) = _get(visitor, older.older(path), limit=1).body["items"]
        answer = _get(visitor, older.older(f"{path}/export.{case}"))
        first = answer.response.text.splitlines()[0]
        names = from_json(first) if case == "jsonl" else first.split(",")
        guarded = scene.resource.policy.fields  # what is hidden is an empty cell of a CSV
        kept = [it for it in names if it in item or older.renamed.get(it, it) not in guarded]
        answer.must_hold(kept == [*item], f"the members of the list: {[*item]}")


class OlderBodyTests:
    """What is sent by the names of then is kept, and what then did not know is refused."""

    @where(_offers("create"))
    def test_a_row_is_made_by_the_names_of_then(self, scene: Scene, older: OlderResource) -> None:
        visitor = scene.allowed("create")
        body = older.sent("create", scene.body("create", visitor))
        answer = visitor.post(older.older(scene.path("create", visitor)), body)
        answer.must_be(201, "the body is valid")
        sent = as_sent(body)
        shown = {name: answer.body[name] for name in sent if name in answer.body}
        answer.must_hold(shown == {name: sent[name] for name in shown}, "the values that were sent")
        stored = scene.store.find(scene.resource.model, UUID(answer.body["id"]))
        answer.must_hold(stored is not None, "the row that was made")

    @each(lambda resource: resource.strange("create"))
    def test_a_new_row_cannot_have(self, scene: Scene, older: OlderResource, case: str) -> None:
        visitor = scene.allowed("create")
        body = scene.body("create", visitor)
        strange = {**older.sent("create", body), case: body[case]}
        answer = visitor.post(older.older(scene.path("create", visitor)), strange)
        answer.must_be(422, f"there is no {case}").must_name(case)

    @each(_unique)
    def test_what_is_unique_is_refused_by_its_name_of_then(
        self, scene: Scene, older: OlderResource, case: str
    ) -> None:
        visitor = scene.allowed("create")
        path = older.older(scene.path("create", visitor))
        first, second = (older.sent("create", scene.body("create", visitor)) for _ in range(2))
        visitor.post(path, first).must_be(201, "the body is valid")
        answer = visitor.post(path, {**second, case: first[case]})
        answer.must_be(409, f"{case} must be unique").must_name(case)

    @each(_changed)
    def test_a_change_is_one_of_the_row_of_today(
        self, scene: Scene, older: OlderResource, case: str
    ) -> None:
        visitor, row = scene.allowed("update"), scene.row()
        now = older.renamed[case]
        change = scene.change(row, {now: scene.body("update", visitor)[now]})
        url = older.older(scene.resource.url(row.id))
        answer = visitor.patch(url, older.sent("update", change))
        answer.must_be(200, f"{case} may change")
        if "read" in scene.resource.endpoints and now in _shown_to(scene, visitor, row.id):
            kept = _shown_to(scene, visitor, row.id)[now]
            answer.must_hold(kept == as_sent(change[now]), f"{now} of today to be what was sent")

    @each(lambda resource: resource.strange("update"))
    def test_a_change_cannot_name(self, scene: Scene, older: OlderResource, case: str) -> None:
        visitor, row = scene.allowed("update"), scene.row()
        change = {case: scene.body("update", visitor)[case]}
        answer = visitor.patch(older.older(scene.resource.url(row.id)), change)
        answer.must_be(422, f"there is no {case}").must_name(case)


class OlderListTests:
    """Lists are filtered and sorted by the names of then."""

    @each(_filters)
    def test_a_filter_finds_what_that_of_today_finds(
        self, scene: Scene, older: OlderResource, case: str
    ) -> None:
        then_name, dashes, operator = case.partition("__")
        field, visitor = older.renamed[then_name], scene.allowed("list")
        told = scene.told(scene.full_row(visitor), field, visitor)
        now, value = f"{field}{dashes}{operator}", asked(operator, some_value([told], scene, field))
        path = scene.path("list", visitor)
        today = _get(visitor, path, **{now: value})
        then = _get(visitor, older.older(path), **{case: value})
        then.must_hold(_ids(then) == _ids(today), f"the rows of today's {now}: {_ids(today)}")

    @each(_orders)
    def test_an_order_is_that_of_today(self, scene: Scene, older: OlderResource, case: str) -> None:
        visitor, name = scene.allowed("list"), case.removeprefix("-")
        for _ in range(3):
            scene.full_row(visitor)
        path = scene.path("list", visitor)
        today = _get(visitor, path, sort=case.replace(name, older.renamed[name]))
        then = _get(visitor, older.older(path), sort=case)
        then.must_hold(_ids(then) == _ids(today), f"the order of today: {_ids(today)}")

    @each(_unknown_filters)
    def test_a_list_does_not_know(self, scene: Scene, older: OlderResource, case: str) -> None:
        visitor = scene.allowed("list")
        answer = visitor.get(older.older(scene.path("list", visitor)), **{case: "1"})
        answer.must_be(422, f"there is no {case}").must_name(case)


def _get(visitor: Visitor, url: str, **query: Any) -> Answer:
    return visitor.get(url, **query).must_be(200, "the caller may")


def _ids(page: Answer) -> list[str]:
    return [item["id"] for item in page.body["items"]]


def _shown_to(scene: Scene, visitor: Visitor, row_id: Any) -> dict[str, Any]:
    may_read = scene.resource.policy.read.admits(visitor.caller)
    reader = visitor if may_read else scene.allowed("read")
    shown: dict[str, Any] = _get(reader, scene.resource.url(row_id)).body
    return shown
