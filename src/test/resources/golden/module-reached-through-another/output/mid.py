import reg.mod
import pk.other

Y = pk.other
