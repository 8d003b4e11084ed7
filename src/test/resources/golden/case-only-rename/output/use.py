import pkg.widget
from pkg.widget import Widget
from pkg import Widget as exported

print(pkg.Widget, Widget)
