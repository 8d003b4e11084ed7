from pkg.data.data_manager.cache import Cache


class MockCache(Cache):
    pass
