import pkg.Widget
from pkg.Widget import Widget
from pkg import Widget as exported

print(pkg.Widget, Widget)
