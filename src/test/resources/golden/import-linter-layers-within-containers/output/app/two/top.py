from app.two.low import L
