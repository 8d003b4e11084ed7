FROM python:3.12
WORKDIR /srv
COPY jobs/ /srv/jobs/
COPY jobs/daily.py /srv/once.py
COPY jobs/daily.py /usr/local/tools/
RUN python jobs/weekly.py && python once.py && python /usr/local/tools/daily.py
WORKDIR /srv/jobs
CMD ["python", "daily.py"]
