from lib import core, io
import x.reader
from lib.core import read

print(x.reader.Reader, core.io, io.read())
