from lib import core
from lib.core import io
import lib.core.io.reader
from lib.core import read

print(lib.core.io.reader.Reader, core.io, io.read())
