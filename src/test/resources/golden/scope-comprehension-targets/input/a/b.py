class Item:
    b = 5


items = [Item(), Item()]
