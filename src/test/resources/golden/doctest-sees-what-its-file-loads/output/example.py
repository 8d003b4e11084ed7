"""What the import below loads, examples find.

>>> from alpha import beta
>>> import x.work
>>> x.work.ID
9
"""
from x.work import ID
