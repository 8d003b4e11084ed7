# coding: shift_jis
name = "ソ"
import a.b
print(a.b)
