import app.store
from app import store, sql

app.store.get()
store.get()
sql.query()
