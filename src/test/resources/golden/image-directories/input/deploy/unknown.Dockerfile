FROM ghcr.io/acme/base
WORKDIR /app/jobs
RUN python daily.py
WORKDIR /elsewhere
RUN python daily.py
CMD ["python", "weekly.py"]
