from pkg import schemas
import pkg.schemas as s


def f(x: schemas.actions.Flow = s.actions.Flow()):
    return x
