import pk.mod
import pk.other

Y = pk.other
