@'
from a import b
'@ | python -
python -c "from a import b"
