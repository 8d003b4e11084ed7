from .new import NEW
OLD = True
