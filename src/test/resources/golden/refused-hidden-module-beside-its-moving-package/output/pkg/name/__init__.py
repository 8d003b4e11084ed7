WHO = "package"
