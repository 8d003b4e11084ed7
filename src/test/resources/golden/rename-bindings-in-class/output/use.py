class K:
    from core import fresh

    value = fresh.X


print(K.value)
