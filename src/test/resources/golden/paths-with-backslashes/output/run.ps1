# jobs\daily.py
python "work\nightly.py"
Set-Location jobs
python ..\work\nightly.py
Set-Location $PSScriptRoot
python work/nightly.py
& python "$PSScriptRoot\work\nightly.py"
