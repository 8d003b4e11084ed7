from core import fresh as old
