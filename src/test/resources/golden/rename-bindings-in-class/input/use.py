class K:
    from pkg import old

    value = old.X


print(K.value)
