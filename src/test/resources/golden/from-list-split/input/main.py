from a import b, c

b.f(), c.V
