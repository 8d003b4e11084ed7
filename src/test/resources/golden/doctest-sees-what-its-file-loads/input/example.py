"""What the import below loads, examples find.

>>> from alpha import beta
>>> beta.work.ID
9
"""
from alpha.beta.work import ID
