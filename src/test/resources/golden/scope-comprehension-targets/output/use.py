import core.b

hidden = [a.b for a in core.b.items]
seen = {x: core.b.items for x in core.b.items if core.b.items}
nested = [a.b for x in core.b.items for a in [x]]
generator = sum(a.b for a in iter(core.b.items))
print(hidden, len(seen), nested, generator, core.b.items)
