#!/bin/sh
python -c 'from c import d as b'
python3 -I -c "from a import other; from c import d as b; b.x"
python -c "import c.d; print(c.d.x)"
bash -c "python -c 'from c import d as b'"
bash -c 'python -c "import c.d"'
docker run image python -c "from c import d as b"
ssh host "python -c \"from c import d as b\""
python -c $'from c import d as b\nprint(b.x)'
python -c "
from c import d as b
if b.x:
    from a import other
    from c import d as again
"
python - <<EOF
import c.d
from a import other
from c import d as b
print("$HOME", b.x, other.y)
EOF
python3 <<'PY'
if True:
    from a import other
    from c import d as b
PY
python <<-END
	from c.d import x
	END
cat <<EOF | python
from c import d as b
EOF
cat > job.py <<EOF
from c import d as b
EOF
psql <<EOF
select b from a;
EOF
echo "from a import b"
