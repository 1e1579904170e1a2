#!/bin/sh
# The command vigil of the installed program. It becomes the Java of the package, so that signals, standard input, exit status
# and arguments, whatever is in them, go by no other process.
set -eu

self=$(readlink -f "$0")
home=${self%/bin/*}
app=$home/lib/app

# Goes through a whole record at once, unseen: that alone is worth the optimising compiler (window.options says why).
reckons() {
    case "${1:-}" in
    verify | rebuild | export | handover) return 0 ;;
    demo) ;;
    *) return 1 ;;
    esac
    case " $* " in *" --headless "*) return 0 ;; esac
    [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

whole_record=no
if reckons "$@"; then whole_record=yes; fi

# A cache that is not there or does not fit is passed over without a word.
set -- "-Dvigil.serial.library=$app/serial" "-XX:AOTCache=$app/vigil.aot" -Xlog:aot=off -Xlog:cds=off vigil.Main "$@"
if [ "$whole_record" = no ]; then
    set -- "@$app/window.options" "$@"
    # Vigil draws by software: without this GTK loads the graphics driver all the same.
    export GDK_GL="${GDK_GL:-disable}"
fi

# By name and not by folder, and in this order: the cache fits this class path only. From the environment, so that a list of
# processes shows what was typed.
CLASSPATH=@CLASS_PATH@
export CLASSPATH
# Meant for other Java programs of this machine.
unset JDK_JAVA_OPTIONS
exec "$home/lib/runtime/bin/vigil" "@$app/vigil.options" "$@"
