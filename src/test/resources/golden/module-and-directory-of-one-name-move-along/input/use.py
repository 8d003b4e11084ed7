from app.old import board
from app.old.board import NAME
