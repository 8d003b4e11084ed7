import core.b


class Table:
    a = None
    rates = [rate for rate in (a,)]
    other = [core.b.RATES for _ in range(1)]

    def read(self):
        return core.b.RATES


print(Table.other, Table().read())
