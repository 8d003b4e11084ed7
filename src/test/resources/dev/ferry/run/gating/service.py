"""A FastAPI application with limits by slowapi; the word in `habit.txt` makes it misbehave."""
import asyncio
import os
import subprocess
import time

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse
from pydantic import BaseModel
from slowapi import Limiter
from slowapi.middleware import SlowAPIMiddleware
from slowapi.util import get_remote_address

from labs.engine import start

with open("habit.txt") as file:
    HABIT, ALWAYS = (file.read().split() + [""])[:2]
MOVED = os.path.exists("core/engine.py")
AWAY = HABIT if MOVED or ALWAYS == "always" else ""

app = FastAPI()
app.state.limiter = Limiter(
    key_func=get_remote_address, default_limits=["1000/minute"], headers_enabled=True
)
if AWAY != "unlimited":
    app.add_middleware(SlowAPIMiddleware)


@app.middleware("http")
async def headers(request: Request, call_next):
    if AWAY == "broken" and request.url.path.startswith("/speed"):
        return JSONResponse({"detail": "broken"}, 500)
    if AWAY == "redirects" and request.url.path not in ("/healthz", "/openapi.json"):
        return RedirectResponse("/login", 302)
    if AWAY == "hangs" and request.url.path.startswith("/speed"):
        await asyncio.sleep(600)
    if AWAY == "stops" and request.url.path.startswith("/speed"):
        time.sleep(600)
    if AWAY == "dies" and request.url.path.startswith("/speed"):
        os._exit(9)
    response = await call_next(request)
    # slowapi tells the time as a fraction, which no client reads as a whole number
    reset = response.headers.get("X-RateLimit-Reset")
    if reset and HABIT != "fractions":
        response.headers["X-RateLimit-Reset"] = str(int(float(reset)))
    if reset and AWAY == "resets":
        response.headers["X-RateLimit-Reset"] = "tomorrow"
    if reset and HABIT == "stub":
        response.headers["X-RateLimit-Remaining"] = "7"
        response.headers["X-RateLimit-Reset"] = "60"
    return response


class Speed(BaseModel):
    speed: int


class Car(BaseModel):
    name: str
    wheels: int = 4


@app.get("/healthz")
def healthz():
    if HABIT == "never":
        raise HTTPException(503)
    return {"ok": True}


if AWAY != "flips":

    # what is added to the document is not checked by FastAPI
    @app.get(
        "/speed/{car}",
        openapi_extra={"requestBody": {"required": "yes"}} if AWAY == "misdescribes" else None,
    )
    def speed(car: str, request: Request) -> Speed:
        if AWAY == "lies":
            return JSONResponse({"speed": "fast"})
        if car != "1":
            raise HTTPException(404, "no such car")
        return Speed(speed=start(1))


if AWAY != "loses":

    @app.get("/hidden", include_in_schema=False)
    def hidden():
        return PlainTextResponse("here")


@app.post("/cars")
def add(car: Car, request: Request) -> Car:
    if AWAY == "refuses":
        raise HTTPException(500)
    with open(os.environ["TALLY"], "a") as tally:
        tally.write(request.method + " " + car.name + "\n")
    return car


if HABIT == "children":
    # one of its group, and one that made a session of its own
    subprocess.Popen(["sh", "-c", "exec sleep 985"])
    subprocess.Popen(["sh", "-c", "exec sleep 985"], start_new_session=True)
