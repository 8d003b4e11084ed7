import pkg.schemas.inputs
