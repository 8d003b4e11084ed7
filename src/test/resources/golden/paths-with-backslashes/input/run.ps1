# jobs\daily.py
python "jobs\daily.py"
Set-Location jobs
python daily.py
Set-Location $PSScriptRoot
python jobs/daily.py
& python "$PSScriptRoot\jobs\daily.py"
