from one.two.pack import A
import one.two.pack.a
