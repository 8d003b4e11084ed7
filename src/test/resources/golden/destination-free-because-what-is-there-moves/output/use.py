from pkg.legacy import OLD
from pkg.live import NEW
from pkg import legacy as live, live as new
