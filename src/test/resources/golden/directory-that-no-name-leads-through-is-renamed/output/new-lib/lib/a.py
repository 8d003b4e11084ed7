from lib import b
