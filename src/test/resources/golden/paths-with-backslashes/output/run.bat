@echo off
rem python jobs\daily.py
python work\nightly.py
python .\work\sources\pull.py --out work\sources\out.txt
cd jobs
python ..\work\nightly.py
cd /d %~dp0work\sources
python pull.py
cd ..\..
python work\nightly.py
python %~dp0work\nightly.py
python C:\srv\jobs\daily.py
python other\jobs\daily.py jobs\weekly.py
pushd jobs
python ..\work\nightly.py
popd
python -m work.nightly
