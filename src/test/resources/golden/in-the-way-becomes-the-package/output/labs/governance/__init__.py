from core.governance.guardian import Guardian
