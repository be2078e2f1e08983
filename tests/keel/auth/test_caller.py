from people import PASSWORD, People


def test_without_a_token_a_caller_is_anonymous(people: People) -> None:
    assert people.sign_up().status_code == 201
    assert people.client.get("/users/me").status_code == 401


MALFORMED = [
    "",
    "null",
    "Bearer",
    "Bearer ",
    "Bearer  ",
    "Basic YWRhOnNlY3JldA==",
    "Token abc",
    "Bearer abc",
    "Bearer a b c",
    "Bearer a.b.c",
    "Bearer ..",
    "Bearer \xff\xfe",
    "Bearer " + "a" * 8_000,
    "Bearer " + "." * 4_000,
]


def test_a_header_that_is_no_good_is_refused_also_where_anyone_may_come_in(people: People) -> None:
    body = {"email": "ada@example.com", "password": PASSWORD}
    for value in MALFORMED:
        headers = {b"Authorization": value.encode("latin-1")}
        for answer in (
            people.client.get("/users/me", headers=headers),
            people.client.post("/users/sign-up", json=body, headers=headers),
            people.client.get("/topics", headers=headers),
        ):
            assert answer.status_code == 401, value
            assert answer.headers["www-authenticate"].startswith("Bearer")


def test_two_tokens_are_one_too_many(people: People) -> None:
    token = people.join()["access_token"]
    headers = [("Authorization", f"Bearer {token}"), ("Authorization", f"Bearer {token}")]
    assert people.client.get("/users/me", headers=headers).status_code == 401


def test_the_case_of_the_scheme_does_not_matter(people: People) -> None:
    headers = {"Authorization": f"bearer {people.join()['access_token']}"}
    assert people.client.get("/users/me", headers=headers).status_code == 200


def test_a_disabled_account_is_out_at_once(people: People) -> None:
    tokens, admin = people.join(), people.join("root@example.com", "admin")
    path = people.path_of(tokens)
    assert people.call("PATCH", path, admin, {"is_active": False}).status_code == 200
    assert people.me(tokens).status_code == 401
    assert people.call("PATCH", path, admin, {"is_active": True}).status_code == 200
    assert people.me(tokens).status_code == 401
    assert people.me(people.sign_in().json()).status_code == 200


def test_a_changed_role_counts_at_once_in_both_directions(people: People) -> None:
    tokens, admin = people.join(), people.join("root@example.com", "admin")
    path = people.path_of(tokens)
    assert people.call("GET", "/users", tokens).status_code == 403
    assert people.call("PATCH", path, admin, {"role": "admin"}).status_code == 200
    assert people.call("GET", "/users", tokens).status_code == 200
    assert people.call("PATCH", path, admin, {"role": "member"}).status_code == 200
    assert people.call("GET", "/users", tokens).status_code == 403


def test_a_deleted_account_is_out_at_once(people: People) -> None:
    tokens = people.join()
    assert people.leave(tokens).status_code == 204
    assert people.me(tokens).status_code == 401
    assert people.refresh(tokens).status_code == 401
    assert people.sign_in().status_code == 401


def test_a_refusal_says_that_the_token_is_at_fault(people: People) -> None:
    answer = people.me({"access_token": "a.b.c"})
    assert answer.headers["www-authenticate"] == 'Bearer error="invalid_token"'
    assert people.client.get("/users/me").headers["www-authenticate"] == "Bearer"
