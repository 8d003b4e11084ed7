import candidate_labs.governance.m
from governance.m import V
import xlabs.governance.m as q
governance.m.V
