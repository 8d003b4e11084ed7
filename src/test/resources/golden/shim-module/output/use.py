from core.timer import now

print(now())
