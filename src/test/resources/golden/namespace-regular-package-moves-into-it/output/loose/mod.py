import loose.solid
from loose.solid.part import P as Q  # a name of the part

print(loose.solid.P, loose.solid.part, Q)
