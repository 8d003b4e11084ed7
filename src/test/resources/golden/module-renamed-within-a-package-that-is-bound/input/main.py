from pkg import schemas
import pkg.schemas as s


def f(x: schemas.inputs.Flow = s.inputs.Flow()):
    return x
