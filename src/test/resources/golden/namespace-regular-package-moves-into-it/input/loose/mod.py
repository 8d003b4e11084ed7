import solid
from solid.part import P as Q  # a name of the part

print(solid.P, solid.part, Q)
