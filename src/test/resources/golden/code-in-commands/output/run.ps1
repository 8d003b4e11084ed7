@'
from c import d as b
'@ | python -
python -c "from c import d as b"
