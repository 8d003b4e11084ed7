from .one import X
