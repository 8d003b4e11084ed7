from holder import K


class B(K):
    def g(self):
        return super().labs.x.f(), self.labs.x.f()


def call():
    return K.labs.x.f(), K().labs.x.f(), B.labs.other
