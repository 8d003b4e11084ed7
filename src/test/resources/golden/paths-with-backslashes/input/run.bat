@echo off
rem python jobs\daily.py
python jobs\daily.py
python .\jobs\feeds\pull.py --out jobs\feeds\out.txt
cd jobs
python daily.py
cd /d %~dp0jobs\feeds
python pull.py
cd ..\..
python jobs\daily.py
python %~dp0jobs\daily.py
python C:\srv\jobs\daily.py
python other\jobs\daily.py jobs\weekly.py
pushd jobs
python daily.py
popd
python -m jobs.daily
