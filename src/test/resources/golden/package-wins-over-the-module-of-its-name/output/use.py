from pkg.fresh import WHO
from pkg import fresh as name

print(name.WHO, WHO)
