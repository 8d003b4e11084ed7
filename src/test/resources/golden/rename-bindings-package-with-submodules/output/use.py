from core import fresh
import core.fresh.sub

print(fresh.X, fresh.sub.Y, core.fresh.sub.Y)
