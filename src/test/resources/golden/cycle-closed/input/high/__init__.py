import user
