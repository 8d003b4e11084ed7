from cert.plugins.x import X
