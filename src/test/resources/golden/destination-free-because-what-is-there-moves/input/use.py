from pkg.live import OLD
from pkg.new import NEW
from pkg import live, new
