from reg.pack import A
import reg.pack.a
