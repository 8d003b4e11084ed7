FROM python:3.12
WORKDIR /srv
COPY jobs/ /srv/jobs/
COPY wharf/nightly.py /srv/once.py
COPY wharf/nightly.py /usr/local/tools/
RUN python jobs/weekly.py && python once.py && python /usr/local/tools/nightly.py
WORKDIR /srv/jobs
CMD ["python", "daily.py"]
