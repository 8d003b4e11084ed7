from app.old import board
