from new_web import a
from new_web.a import X
