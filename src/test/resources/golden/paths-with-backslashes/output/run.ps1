# jobs\daily.py
python "wharf\nightly.py"
Set-Location jobs
python ..\wharf\nightly.py
Set-Location $PSScriptRoot
python wharf/nightly.py
& python "$PSScriptRoot\wharf\nightly.py"
