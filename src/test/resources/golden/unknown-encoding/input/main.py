# coding: klingon-8
name = "ÿþ"
import a.b
print(a.b)
