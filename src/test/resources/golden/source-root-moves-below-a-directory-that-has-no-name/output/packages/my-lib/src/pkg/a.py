from space.one import x
import space.two

A = x
