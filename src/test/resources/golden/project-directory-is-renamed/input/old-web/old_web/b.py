from old_web import a
from old_web.a import X
