from alpha import core

assert core.ID == 1
