from .. import name
