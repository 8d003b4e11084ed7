from .live import NEW
OLD = True
