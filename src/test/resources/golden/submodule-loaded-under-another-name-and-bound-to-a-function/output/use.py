import pkg
from pkg.core import Session

session = pkg.main()
assert isinstance(session, Session)
