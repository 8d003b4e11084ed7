$Src = "a"
$env:SOURCES = 'a'
python "$Src\..\c\d.py"
python $env:SOURCES\..\c\d.py
python $Src/../c/d.py
Set-Location $Src
python ..\c\d.py
