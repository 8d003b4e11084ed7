from labs.clock import now

print(now())
