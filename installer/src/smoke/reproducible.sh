#!/usr/bin/env bash
# Builds the commit twice, in two folders at two times, and compares the jars. Needs what a build needs; no display.
set -euo pipefail
cd "$(dirname "$0")/../../.."

JAVA_HOME=$(.mvn/find-jdk)
export JAVA_HOME
there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT

build() {
    git clone -q . "$there/$1"
    (cd "$there/$1" && mvn -q -B ${MAVEN_MORE:-} -Dmaven.test.skip=true -pl app -am package)
    (cd "$there/$1" && sha256sum -- */target/*.jar) >"$there/$1.sums"
}

build first
mkdir -p "$there/a-longer-name"
build a-longer-name/second
cat "$there/first.sums"
if ! diff "$there/first.sums" "$there/a-longer-name/second.sums"; then
    echo "reproducible: the two builds differ" >&2
    exit 1
fi
echo "reproducible: both builds gave these jars"
