from app.fresh import board
from app.fresh.board import NAME
