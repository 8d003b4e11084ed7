from app.deep import load
