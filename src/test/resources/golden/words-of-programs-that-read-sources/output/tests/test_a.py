import http3.a
