from pkg.data.data_manager.cache import Cache

manager = Cache()
