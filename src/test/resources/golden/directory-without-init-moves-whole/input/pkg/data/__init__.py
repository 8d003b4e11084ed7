from pkg.data.manager.cache import Cache

manager = Cache()
