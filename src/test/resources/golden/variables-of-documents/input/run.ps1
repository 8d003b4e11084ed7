$Src = "a"
$env:SOURCES = 'a'
python "$Src\b.py"
python $env:SOURCES\b.py
python $Src/b.py
Set-Location $Src
python b.py
