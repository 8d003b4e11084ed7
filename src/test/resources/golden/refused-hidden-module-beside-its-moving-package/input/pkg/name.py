WHO = "module"
