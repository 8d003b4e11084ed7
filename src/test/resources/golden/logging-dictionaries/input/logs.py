import logging.config

logging.config.dictConfig(
    {
        "formatters": {"x": {"()": "a.b.K", "format": "%(message)s"}},
        "filters": {"y": {"()": "a.b.K"}},
        "handlers": {
            "h": {"class": "a.b.K", "stream": "ext://a.b.app", "filters": ["y"]},
            "q": {"class": "logging.handlers.QueueHandler", "queue": {"()": "a.b.f"}, "listener": "a.b.K"},
        },
        "loggers": {"a.b": {"handlers": ["h"]}, "a.b.sub": {}},
    }
)
logging.getLogger("a.b").info("x")
