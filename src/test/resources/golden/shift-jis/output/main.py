# coding: shift_jis
name = "ソ"
import x.b
print(x.b)
