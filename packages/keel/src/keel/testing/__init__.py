"""The testing kit: what every built backend must do, proved from what its code declares."""

from keel.testing.account_tests import AccountTests
from keel.testing.action import CALLER, Action
from keel.testing.answers import Answer
from keel.testing.api_key_tests import ApiKeyTests
from keel.testing.call import Call
from keel.testing.callers import Callers
from keel.testing.client_credentials_tests import ClientCredentialsTests
from keel.testing.contract_tests import ContractTests
from keel.testing.endpoint_tests import EndpointTests
from keel.testing.fields import Field
from keel.testing.older_tests import OlderTests, VersionTests
from keel.testing.resource_tests import ResourceTests
from keel.testing.rows import Rows
from keel.testing.samples import Samples
from keel.testing.scene import Scene
from keel.testing.second_factor_tests import SecondFactorTests
from keel.testing.singleton_tests import SingletonTests
from keel.testing.store import Store
from keel.testing.unwritten import unwritten
from keel.testing.visitors import Visitor

__all__ = [
    "CALLER",
    "AccountTests",
    "Action",
    "Answer",
    "ApiKeyTests",
    "Call",
    "Callers",
    "ClientCredentialsTests",
    "ContractTests",
    "EndpointTests",
    "Field",
    "OlderTests",
    "ResourceTests",
    "Rows",
    "Samples",
    "Scene",
    "SecondFactorTests",
    "SingletonTests",
    "Store",
    "VersionTests",
    "Visitor",
    "unwritten",
]
