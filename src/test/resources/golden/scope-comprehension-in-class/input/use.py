import a.b


class Table:
    a = None
    rates = [rate for rate in (a,)]
    other = [a.b.RATES for _ in range(1)]

    def read(self):
        return a.b.RATES


print(Table.other, Table().read())
