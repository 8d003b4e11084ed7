"""Nodes of the routing graph."""
