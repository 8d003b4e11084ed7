import pytest

pytest_plugins = ["pkg.fixtures"]
other = pytest.importorskip("pkg.fixtures")
