import pkg
from pkg.main import Session

session = pkg.main()
assert isinstance(session, Session)
