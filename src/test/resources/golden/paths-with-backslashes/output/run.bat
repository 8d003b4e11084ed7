@echo off
rem python jobs\daily.py
python wharf\nightly.py
python .\wharf\sources\pull.py --out wharf\sources\out.txt
cd jobs
python ..\wharf\nightly.py
cd /d %~dp0wharf\sources
python pull.py
cd ..\..
python wharf\nightly.py
python %~dp0wharf\nightly.py
python C:\srv\jobs\daily.py
python other\jobs\daily.py jobs\weekly.py
pushd jobs
python ..\wharf\nightly.py
popd
python -m wharf.nightly
