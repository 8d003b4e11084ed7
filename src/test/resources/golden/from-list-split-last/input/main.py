from a import b, c  # both

c.V
