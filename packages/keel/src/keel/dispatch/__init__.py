"""Requests that go straight to their endpoint.

FastAPI finds a route by trying one after the other, and works out for each request anew what its
endpoint needs: through every dependency of a dependency, with stacks of contexts for the case that
one of them wants to be left again. All of that is known when the app starts. So each operation that
is made of what `steps.py` knows is laid out flat once; the endpoint, its dependencies and their
order stay what they are.

FastAPI itself answers everything else: what the layout does not know, requests that do not fit
(so that it says what is wrong), apps with overridden dependencies, and apps that are traced.
`decisions/0031-dispatch.md` has the figures.
"""

from keel.dispatch.alone import ALONE
from keel.dispatch.dispatcher import Dispatcher

__all__ = ["ALONE", "Dispatcher"]
