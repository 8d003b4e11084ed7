# coding: klingon-8
name = "ÿþ"
import x.b
print(x.b)
