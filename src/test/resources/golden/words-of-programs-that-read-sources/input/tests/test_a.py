import httpcore.a
