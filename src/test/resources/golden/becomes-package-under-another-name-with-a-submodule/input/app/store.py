from .sql import query
from . import sql as backend

def get():
    return query() + backend.query()
