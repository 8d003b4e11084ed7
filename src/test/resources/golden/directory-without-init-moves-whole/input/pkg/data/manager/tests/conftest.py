import pytest
from mocks import MockCache


@pytest.fixture
def cache():
    return MockCache()
