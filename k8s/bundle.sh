#!/bin/sh
# Prints profiles and rules as the ConfigMap that pods unpack. The same folders give the same bytes; wants GNU tar.
#
#   k8s/bundle.sh [--key FILE [--revision N] [--made INSTANT]] [PROFILES RULES] | kubectl -n multipolar apply --server-side -f -
#
# With a key, copies of the folders are tried and signed before they are packed; that wants the program, built (MULTIPOLAR names
# another command than the one below).
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
key= revision= made=
while [ $# -gt 0 ]; do
    case $1 in
        --key) key=$2; shift 2 ;;
        --revision) revision=$2; shift 2 ;;
        --made) made=$2; shift 2 ;;
        --*) echo "bundle.sh knows --key, --revision and --made, not $1." >&2; exit 2 ;;
        *) break ;;
    esac
done
profiles=$(cd "${1:-$here/profiles}" && pwd)
rules=$(cd "${2:-$here/rules}" && pwd)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/in"
if [ -n "$key" ]; then
    cp -RL "$profiles" "$work/in/profiles"
    cp -RL "$rules" "$work/in/rules"
    ${MULTIPOLAR:-java -jar "$here/target/quarkus-app/quarkus-run.jar"} bundle sign --key "$key" \
        ${revision:+--revision "$revision"} ${made:+--made "$made"} \
        --profiles "$work/in/profiles" --rules "$work/in/rules" >&2
else
    ln -s "$profiles" "$work/in/profiles"
    ln -s "$rules" "$work/in/rules"
fi
tar --create --dereference --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX --exclude='.*' \
    --format=ustar --directory="$work/in" --file="$work/bundle.tar" profiles rules
gzip -n -9 "$work/bundle.tar"

# A ConfigMap holds one MiB.
size=$(wc -c < "$work/bundle.tar.gz")
if [ "$size" -gt 1048576 ]; then
    echo "The bundle has $size bytes; a ConfigMap holds 1048576." >&2
    echo "Maybe the folders hold files that are neither profiles nor rules." >&2
    exit 2
fi

cat <<EOF
apiVersion: v1
kind: ConfigMap
metadata:
  name: multipolar-bundle
  labels:
    app.kubernetes.io/name: multipolar
  annotations:
    multipolar.org/sha256: $(sha256sum "$work/bundle.tar.gz" | cut -d ' ' -f 1)
binaryData:
  bundle.tar.gz: $(base64 < "$work/bundle.tar.gz" | tr -d '\n')
EOF
