#!/usr/bin/env bash
# Installs the .deb into a fresh dpkg root, reads a simulated pump with the installed program on a virtual display, exports the
# record, upgrades over the running session, removes and purges. Needs dpkg and xvfb; root or fakeroot; touches nothing of the
# system's own packages.
set -euo pipefail

work=$(realpath "$1")
deb=$(ls "$work"/packages/vigil_*.deb 2>/dev/null | head -n 1 || true)
if [ -z "$deb" ]; then
    echo "smoke: no .deb was made on this system, so nothing was installed (skipped)"
    exit 0
fi
for tool in dpkg xvfb-run; do
    command -v "$tool" >/dev/null || { echo "smoke: $tool is not installed, so nothing was tried (skipped)"; exit 0; }
done

here=$work/smoke
root=$here/root
vigil=$root/usr/bin/vigil
java=$root/opt/vigil/lib/runtime/bin/java
running=()
# Where it was made nothing may be left: the JVM keeps that place in its cache, and the program once started only where it was there.
made=$work/image
aside=$work/image.aside
finish() {
    [ ! -e "$aside" ] || mv "$aside" "$made"
    for pid in "${running[@]}"; do
        pkill -P "$pid" 2>/dev/null || true
        kill "$pid" 2>/dev/null || true
    done
}
trap finish EXIT
say() { echo "smoke: $*"; }
fail() {
    echo "smoke: FAILED: $*" >&2
    exit 1
}
# until_true SECONDS WHAT COMMAND...
until_true() {
    local end=$((SECONDS + $1)) what=$2
    shift 2
    until "$@"; do
        [ "$SECONDS" -lt "$end" ] || fail "$what did not happen"
        sleep 0.2
    done
}
millis() { date +%s%3N; }

rm -rf "$here"
mkdir -p "$here/home" "$here/run" "$root"/var/lib/dpkg/{info,updates,triggers} "$root"/etc "$root"/var/cache/debconf
chmod 700 "$here/home" "$here/run"
export HOME=$here/home XDG_RUNTIME_DIR=$here/run
unset DISPLAY WAYLAND_DISPLAY XDG_DATA_HOME VIGIL_DATA GDK_GL JAVA_TOOL_OPTIONS

# A root with nothing in it but what the package asks for, as this machine has it.
touch "$root"/etc/{passwd,shadow,gshadow} "$root"/var/lib/dpkg/available
echo "root:x:0:" >"$root/etc/group"
cp /etc/login.defs "$root/etc/" 2>/dev/null || true
dpkg-deb -f "$deb" Depends | tr ',|' '\n\n' | sed 's/(.*)//; s/ //g' | sort -u | while read -r package; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || continue
    dpkg-query -W -f='Package: ${Package}\nStatus: ${Status}\nVersion: ${Version}\nArchitecture: ${Architecture}\nProvides: ${Provides}\nMaintainer: x\nDescription: x\n\n' \
        "$package" | sed '/^Provides: $/d'
done >"$root/var/lib/dpkg/status"

# Answers of the package's questions are kept in the same root, apart from the system's.
cp /etc/debconf.conf "$root/etc/" 2>/dev/null || true
export DEBIAN_FRONTEND=noninteractive

fake=()
[ "$(id -u)" -eq 0 ] || fake=(fakeroot -i "$here/fakeroot" -s "$here/fakeroot" --)
[ "$(id -u)" -eq 0 ] || touch "$here/fakeroot"
package() {
    "${fake[@]}" env PATH="/usr/local/sbin:/usr/sbin:/sbin:$PATH" \
        dpkg --root="$root" --force-script-chrootless --force-not-root "$@" >"$here/dpkg.log" 2>&1 || {
        cat "$here/dpkg.log" >&2
        fail "dpkg $*"
    }
}

if [ -e "$made" ]; then
    rm -rf "$aside"
    mv "$made" "$aside"
fi

say "contents of $(basename "$deb")"
loose=$(dpkg-deb -c "$deb" | awk '$1 !~ /^l/ && ($2 != "root/root" || substr($1, 6, 1) == "w" || substr($1, 9, 1) == "w")')
[ -z "$loose" ] || fail "not owned by root alone: $loose"
package -i "$deb"
grep -q '^vigil:' "$root/etc/group" || fail "the group vigil was not made"
[ "$(stat -c %a "$root/var/lib/vigil")" = 1770 ] || fail "rights of /var/lib/vigil"
for file in usr/bin/vigil usr/share/applications/vigil.desktop usr/share/icons/hicolor/scalable/apps/vigil.svg \
    usr/share/man/man1/vigil.1.gz usr/share/bash-completion/completions/vigil usr/lib/udev/rules.d/60-vigil-serial.rules \
    usr/lib/systemd/user/vigil-kiosk.service usr/share/doc/vigil/copyright usr/share/doc/vigil/vigil.cdx.json \
    opt/vigil/legal/COMPONENTS.txt opt/vigil/lib/app/serial/libjSerialComm.so; do
    [ -e "$root/$file" ] || [ -L "$root/$file" ] || fail "$file is not installed"
done
bash -n "$root/usr/share/bash-completion/completions/vigil"
grep -q 'self-test' "$root/usr/share/bash-completion/completions/vigil" || fail "completion does not know self-test"
zcat "$root/usr/share/man/man1/vigil.1.gz" >"$here/vigil.1"
grep -q 'vigil self' "$here/vigil.1" || fail "the manual page does not know self-test"
if command -v man >/dev/null; then
    warnings=$(LC_ALL=C.UTF-8 MANWIDTH=100 man --warnings -l "$here/vigil.1" 2>&1 >/dev/null)
    [ -z "$warnings" ] || fail "manual page: $warnings"
fi
if command -v systemd-analyze >/dev/null; then
    sed 's#^ExecStart=.*#ExecStart=/bin/true#' "$root/usr/lib/systemd/user/vigil-kiosk.service" >"$here/vigil-kiosk.service"
    systemd-analyze --user --man=no verify "$here/vigil-kiosk.service" >"$here/unit.log" 2>&1 || true
    ! grep -i "vigil-kiosk.*\(unknown\|fail\|invalid\)" "$here/unit.log" || fail "the systemd unit is not right"
fi
kb=$(du -sk "$root/opt/vigil" | cut -f1)
say "installed size: $((kb / 1024)) MB (target 180)"
[ "$kb" -le $((180 * 1024)) ] || fail "the program is larger than 180 MB"
"$vigil" --version | grep -q '^Vigil ' || fail "vigil --version"

say "which compiler works for which command, and what a caller sees of it"
# As the JVM tells it: 1 is the quick compiler only, 4 the optimising one as well. It ends at once where the cache does not fit.
compilers() {
    JAVA_TOOL_OPTIONS="-XX:AOTMode=on -XX:+PrintFlagsFinal" "$vigil" "$@" 2>/dev/null |
        sed -n 's/^ *intx TieredStopAtLevel *= *\([0-9]\) .*/\1/p'
}
works_with() {
    local level=$1
    shift
    [ "$(compilers "$@")" = "$level" ] || fail "compilers of 'vigil $*': $(compilers "$@"), not $level"
}
for command in verify rebuild export handover demo "demo --headless"; do
    # shellcheck disable=SC2086
    works_with 4 $command --help
done
for command in --version ports sessions record simulate hl7 station self-test; do
    works_with 1 "$command" --help
done
DISPLAY=:none works_with 1 demo --help
DISPLAY=:none works_with 4 demo --speed 60 --headless --help
works_with 1 --data verify --help
# status WANTED COMMAND...
status() {
    local wanted=$1 got=0
    shift
    "$vigil" "$@" >"$here/status.log" 2>&1 || got=$?
    [ "$got" -eq "$wanted" ] || fail "'vigil $*' ended with $got, not $wanted: $(cat "$here/status.log")"
}
status 2 verify --no-such-option
status 2 sessions --no-such-option
status 1 verify "$here/no such folder"
grep -qF "$here/no such folder" "$here/status.log" || fail "an argument with spaces: $(cat "$here/status.log")"
JDK_JAVA_OPTIONS=-XX:NoSuchOption "$vigil" --version >/dev/null || fail "options of other Java programs reach this one"

say "self-test"
xvfb-run -a -s "-screen 0 1280x800x24" "$vigil" self-test --data "$here/data" 2>&1 | tee "$here/self-test" || true
grep -q '^display  *ok  *1280 x 800' "$here/self-test" || fail "the self-test does not see the virtual display"

say "a simulated pump on a pseudo-terminal, and a session with it"
"$vigil" simulate --pump bcc --pty --rate 7 >"$here/pump" 2>&1 &
running+=($!)
until_true 60 "the simulated pump" test -s "$here/pump"
pty=$(head -n 1 "$here/pump")
record() {
    "$vigil" record --pump bcc --port "$pty" --weight 70 --concentration 5 --jsonl --data "$here/data" >>"$here/readings" 2>"$here/record.log" &
    recorder=$!
    running+=("$recorder")
}
readings() { grep -c '"type":"reading"' "$here/readings" || true; }
ended() { ! kill -0 "$1" 2>/dev/null; }
record
until_true 60 "readings with a dose" grep -q '"doseRateMgPerKgPerH":0.5' "$here/readings"
[ "$(readlink "/proc/$recorder/exe")" = "$java" ] || fail "the command is not the program itself"
[ "$(cat "/proc/$recorder/comm")" = vigil ] || fail "the program goes by the name $(cat "/proc/$recorder/comm")"
kill "$recorder"
until_true 30 "the end of the recording" ended "$recorder"
ended_with=0
wait "$recorder" || ended_with=$?
[ "$ended_with" -eq 143 ] || fail "a recording that was told to end ended with $ended_with"

say "the installed console goes on with that session on a virtual display"
printf 'pump.model = bcc\npump.port = %s\n' "$pty" >"$here/data/vigil.properties"
start=$(millis)
JAVA_TOOL_OPTIONS="-Dvigil.trace.start=DEBUG -XX:+PrintFlagsFinal" xvfb-run -a -s "-screen 0 1280x800x24" \
    "$vigil" --data "$here/data" >"$here/screen.log" 2>&1 &
screen=$!
running+=("$screen")
until_true 120 "the first live value" grep -q "first live value" "$here/screen.log"
say "first live value $(($(millis) - start)) ms after the command (the virtual display's own start included)"
console=$(pgrep -P "$screen" -x vigil)
grep -q 'TieredStopAtLevel *= 1 ' "$here/screen.log" || fail "the optimising compiler works for the window"
grep -q "$root/opt/vigil/lib/runtime/lib/libglassgtk3.so" "/proc/$console/maps" || fail "JavaFX's library is another one"
grep -q "$root/opt/vigil/lib/app/serial/libjSerialComm.so" "/proc/$console/maps" || fail "the serial library is another one"
say "resident memory of the console: $(($(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$console/status") / 1024)) MB"
! grep -q '_dri\.so\|libLLVM\|libnvidia' "/proc/$console/maps" || fail "a graphics driver is in the program (F9)"
# Kept where the program knows its own jars; without it each start would replay the whole record.
until_true 30 "a resume point" test -s "$here/data/resume-1.vc"
kill "$console"
until_true 30 "the end of the console" ended "$console"
[ ! -e "$HOME/.openjfx" ] && [ ! -e "$HOME/.jSerialComm" ] || fail "a library was unpacked into the home folder"

say "an upgrade over the running session"
before=$(readings)
further() { [ "$(readings)" -gt $((before + 2)) ]; }
record
until_true 60 "readings before the upgrade" further
mkdir "$here/next"
dpkg-deb -R "$deb" "$here/next/tree"
old=$(dpkg-deb -f "$deb" Version)
sed -i "s/^Version: .*/Version: $old+1/" "$here/next/tree/DEBIAN/control"
dpkg-deb --build --root-owner-group -Znone "$here/next/tree" "$here/next/vigil.deb" >/dev/null
package -i "$here/next/vigil.deb"
grep -q "^Version: $old+1" <(dpkg-query --admindir="$root/var/lib/dpkg" -s vigil) || fail "the upgrade was not made"
kill -0 "$recorder" || fail "the upgrade ended the running session"
before=$(readings)
until_true 30 "further readings after the upgrade" further
kill "$recorder"
until_true 30 "the end of the old program" ended "$recorder"
before=$(readings)
record
until_true 60 "readings by the new program" further
kill "$recorder"
until_true 30 "the end of the new program" ended "$recorder"
sessions=$("$vigil" sessions --data "$here/data")
[ "$(wc -l <<<"$sessions")" -eq 1 ] || fail "one session was expected: $sessions"
session=${sessions%% *}
"$vigil" verify --data "$here/data" || fail "the record is not whole"

say "export of $session"
# The 4-hour record as PDF exists after a cessation only, which nobody has recorded here.
for format in csv fhir hl7; do
    "$vigil" export --session "$session" --format "$format" --out "$here/record.$format" --data "$here/data" || fail "$format"
    [ -s "$here/record.$format" ] || fail "the record as $format is empty"
done
"$vigil" handover --session "$session" --out "$here/handover.pdf" --data "$here/data" || fail "handover"
head -c 5 "$here/handover.pdf" | grep -q '%PDF-' || fail "the handover sheet is no PDF"

# Parts of libraries that nothing reaches are left out: a whole course with every print, table, document and picture of it.
say "every file of a whole course"
"$vigil" demo --headless --scenario short-wean --out "$here/course" >"$here/course.log" 2>&1 || {
    cat "$here/course.log" >&2
    fail "the course"
}
find "$here/course" -maxdepth 1 -type f -printf '%f %s\n' | sort
for kind in pdf csv json png; do
    ls "$here/course"/*."$kind" >/dev/null 2>&1 || fail "the course made no $kind"
done
! grep -q 'NoClassDefFoundError\|ClassNotFoundException\|MissingResourceException' "$here"/*.log || fail "a part of a library is missing"

say "remove: the records stay; purge: they stay unless somebody says yes"
kept() { [ -s "$root/var/lib/vigil/ward/journal-000001.vj" ]; }
mkdir "$root/var/lib/vigil/ward"
cp "$here/data/journal-000001.vj" "$root/var/lib/vigil/ward/"
package -r vigil
[ ! -e "$root/opt/vigil" ] && [ ! -L "$root/usr/bin/vigil" ] || fail "the program is still there"
kept || fail "removing the program removed the records"
package -P vigil
kept || fail "purging removed the records though nobody was asked"
package -i "$deb"
answers=$root/var/cache/debconf/config.dat
grep -q '^Name: vigil/remove-records' "$answers" || fail "the question about the records is not known"
sed -i '/^Name: vigil\/remove-records/a Value: true' "$answers"
package -P vigil
! [ -e "$root/var/lib/vigil" ] || fail "the records stayed though the answer was yes"
say "all passed in $SECONDS s"
