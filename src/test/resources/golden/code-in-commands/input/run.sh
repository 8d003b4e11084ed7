#!/bin/sh
python -c 'from a import b'
python3 -I -c "from a import other, b; b.x"
python -c "import a.b; print(a.b.x)"
bash -c "python -c 'from a import b'"
bash -c 'python -c "import a.b"'
docker run image python -c "from a import b"
ssh host "python -c \"from a import b\""
python -c $'from a import b\nprint(b.x)'
python -c "
from a import b
if b.x:
    from a import other, b as again
"
python - <<EOF
import a.b
from a import b, other
print("$HOME", b.x, other.y)
EOF
python3 <<'PY'
if True:
    from a import b, other
PY
python <<-END
	from a.b import x
	END
cat <<EOF | python
from a import b
EOF
cat > job.py <<EOF
from a import b
EOF
psql <<EOF
select b from a;
EOF
echo "from a import b"
