from typing import get_args

import pytest
from keel.access import Operation, Policy, anyone, nobody, owner, signed_in

OPERATIONS: tuple[Operation, ...] = get_args(Operation)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_what_a_policy_does_not_say_nobody_may_do(operation: Operation) -> None:
    assert Policy().rule(operation) == nobody


def test_who_may_read_may_list() -> None:
    assert Policy(read=anyone).list == anyone


def test_a_policy_may_say_that_fewer_may_list() -> None:
    policy = Policy(read=anyone, list=signed_in)
    assert policy.list == signed_in
    assert policy.read == anyone


def test_who_may_write_may_create_update_and_delete() -> None:
    policy = Policy(write=owner)
    assert [policy.create, policy.update, policy.delete] == [owner] * 3
    assert policy.read == nobody


@pytest.mark.parametrize("operation", ["create", "update", "delete"])
def test_a_policy_may_say_nobody_for_one_kind_of_writing(operation: Operation) -> None:
    policy = Policy(write=signed_in, **{operation: nobody})
    assert policy.rule(operation) == nobody
    assert [policy.create, policy.update, policy.delete].count(signed_in) == 2


def test_an_action_has_a_rule_of_its_own() -> None:
    policy = Policy(read=anyone, actions={"publish": owner})
    assert policy.action("publish") == policy.rule("publish") == owner


def test_an_action_that_a_policy_does_not_name_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        Policy(read=anyone).action("publish")
