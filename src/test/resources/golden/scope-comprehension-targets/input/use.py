import a.b

hidden = [a.b for a in a.b.items]
seen = {x: a.b.items for x in a.b.items if a.b.items}
nested = [a.b for x in a.b.items for a in [x]]
generator = sum(a.b for a in iter(a.b.items))
print(hidden, len(seen), nested, generator, a.b.items)
