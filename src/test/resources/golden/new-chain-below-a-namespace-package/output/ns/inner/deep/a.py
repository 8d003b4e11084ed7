from reg import c
