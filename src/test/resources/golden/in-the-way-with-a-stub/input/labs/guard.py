from core.gov import policy
