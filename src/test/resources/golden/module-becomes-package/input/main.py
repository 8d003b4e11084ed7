from a.b import f
import a.b
