"""What placing and refunding an order does to the shelf."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

from keel.testing import Answer, Callers, Rows, Store, Visitor

from shop.lines.models import Line
from shop.orders.models import Order, OrderStatus
from shop.products.models import Product


def cart(rows: Rows, customer: Visitor, *lines: tuple[Product, int]) -> Order:
    """A cart of a customer, with so many of each product."""
    order: Order = rows.make(Order, customer.id, address="1 Market Street")
    for product, quantity in lines:
        values = {"order_id": order.id, "product_id": product.id, "quantity": quantity}
        rows.make(Line, customer.id, price=product.price, **values)
    return order


def place(customer: Visitor, order: Order) -> Answer:
    return customer.post(f"/orders/{order.id}/place", {})


def stock(store: Store, product: Product) -> int:
    stored = store.find(Product, product.id)
    assert stored is not None
    return stored.stock


def test_an_order_takes_its_lines_from_the_shelf(
    rows: Rows, callers: Callers, store: Store
) -> None:
    mug = rows.make(Product, stock=5, price=Decimal("4.50"))
    order = cart(rows, callers.owner, (mug, 3))
    placed = place(callers.owner, order).must_be(200, "there are enough")
    assert placed.body["total"] == "13.50"
    assert stock(store, mug) == 2


def test_an_order_of_more_than_there_is_takes_nothing(
    rows: Rows, callers: Callers, store: Store
) -> None:
    mug, bowl = rows.make(Product, stock=5), rows.make(Product, stock=1)
    order = cart(rows, callers.owner, (mug, 3), (bowl, 2))
    place(callers.owner, order).must_be(409, "one bowl is left")
    assert (stock(store, mug), stock(store, bowl)) == (5, 1)
    assert callers.owner.get(f"/orders/{order.id}").body["status"] == "cart"


def test_a_refund_puts_back_what_came_back(rows: Rows, callers: Callers, store: Store) -> None:
    clerk, mug = callers.of_role("clerk"), rows.make(Product, stock=5)
    given = {"permissions": ["refund"]}
    callers.of_role("admin").patch(f"/users/{clerk.id}", given).must_be(200, "admins give it")
    for restock, left in ((False, 3), (True, 3)):
        order = cart(rows, callers.owner, (mug, 2))
        place(callers.owner, order).must_be(200, "there are enough")
        clerk.post(f"/orders/{order.id}/pay", {}).must_be(200, "it is placed")
        body = {"refund_reason": "Broken", "restock": restock}
        clerk.post(f"/orders/{order.id}/refund", body).must_be(200, "it is paid")
        assert stock(store, mug) == left


def test_a_line_has_the_price_of_its_product(rows: Rows, callers: Callers) -> None:
    mug = rows.make(Product, price=Decimal("4.50"))
    order = cart(rows, callers.owner)
    body = {"product_id": mug.id, "quantity": 2}
    line = callers.owner.post(f"/orders/{order.id}/lines", body).must_be(201, "it is a cart")
    assert (line.body["price"], line.body["amount"]) == ("4.50", "9.00")


def test_an_order_that_is_placed_keeps_its_lines(rows: Rows, callers: Callers) -> None:
    mug = rows.make(Product, stock=5)
    order = cart(rows, callers.owner, (mug, 1))
    (line,) = callers.owner.get(f"/orders/{order.id}/lines").body["items"]
    place(callers.owner, order).must_be(200, "there are enough")
    body = {"product_id": mug.id, "quantity": 2}
    lines = f"/orders/{order.id}/lines"
    callers.owner.post(lines, body).must_be(409, "the order is placed")
    callers.owner.patch(f"/lines/{line['id']}", {"quantity": 2}).must_be(409, "it is placed")
    callers.owner.delete(f"/lines/{line['id']}").must_be(409, "it is placed")


def test_orders_at_once_never_take_more_than_there_is(
    rows: Rows, callers: Callers, store: Store
) -> None:
    mug, bowl = rows.make(Product, stock=10), rows.make(Product, stock=25)
    customers = [callers.new(f"customer {number}") for number in range(16)]
    carts = [cart(rows, each, (mug, 1), (bowl, 2)) for each in customers]
    with ThreadPoolExecutor(8) as at_once:
        answers = list(at_once.map(place, customers, carts))
    assert sorted(answer.status for answer in answers) == [200] * 10 + [409] * 6
    assert (stock(store, mug), stock(store, bowl)) == (0, 5)
    for order, answer in zip(carts, answers, strict=True):
        stored = store.find(Order, order.id)
        assert stored is not None
        expected = OrderStatus.PLACED if answer.status == 200 else OrderStatus.CART
        assert stored.status == expected
