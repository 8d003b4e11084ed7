"""Whether the service is up."""


def health():
    return {"status": "up"}
