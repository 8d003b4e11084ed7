from pkg.name import WHO
from pkg import name

print(name.WHO, WHO)
