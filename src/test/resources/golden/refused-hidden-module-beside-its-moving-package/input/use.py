from pkg.name import WHO
import pkg.name.inner
