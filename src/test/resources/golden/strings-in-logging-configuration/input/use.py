import logging.config

CONFIG = {
    "version": 1,
    "handlers": {
        "quiet": {"class": "pkg.handlers.Quiet"},
        "made": {"()": "pkg.handlers.make"},
    },
    "loggers": {"pkg": {"handlers": ["quiet"]}},
}
logging.getLogger("pkg.handlers").info("pkg.handlers says nothing")
print(CONFIG)
