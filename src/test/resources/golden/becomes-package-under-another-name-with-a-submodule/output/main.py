import app.storage
from app import storage as store
from app.storage import sql

app.storage.get()
store.get()
sql.query()
