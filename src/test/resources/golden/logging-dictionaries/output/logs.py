import logging.config

logging.config.dictConfig(
    {
        "formatters": {"x": {"()": "c.d.K", "format": "%(message)s"}},
        "filters": {"y": {"()": "c.d.K"}},
        "handlers": {
            "h": {"class": "c.d.K", "stream": "ext://c.d.app", "filters": ["y"]},
            "q": {"class": "logging.handlers.QueueHandler", "queue": {"()": "c.d.f"}, "listener": "c.d.K"},
        },
        "loggers": {"a.b": {"handlers": ["h"]}, "a.b.sub": {}},
    }
)
logging.getLogger("a.b").info("x")
