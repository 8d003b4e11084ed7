from app.fresh import board
