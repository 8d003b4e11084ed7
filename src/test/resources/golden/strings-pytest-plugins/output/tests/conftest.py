import pytest

pytest_plugins = ["core.fixtures"]
other = pytest.importorskip("core.fixtures")
