class V: pass
