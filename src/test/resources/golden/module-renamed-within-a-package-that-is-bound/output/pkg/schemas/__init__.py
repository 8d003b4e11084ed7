import pkg.schemas.actions
