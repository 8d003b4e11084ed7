from pkg.data.manager.cache import Cache


class MockCache(Cache):
    pass
