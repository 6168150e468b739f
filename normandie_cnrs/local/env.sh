# Sourced by ./start and ./test: system packages, a private environment, pinned wheels. POSIX sh.
# Sentences on screen are French: the people who start this are not developers.
VENV=${VENV:-.venv}
WITH_BROWSER=
ROOM_NEEDED=900000 # kilobytes: wheels and their cache; chromium is counted by apt itself
export PIP_DISABLE_PIP_VERSION_CHECK=1 UV_PYTHON_DOWNLOADS=never UV_NO_PROGRESS=1

say() { printf '[environnement] %s\n' "$*" >&2; }
refuse() { say "$*"; exit 1; }

# $1: requirements file. Afterwards $VENV/bin/python holds exactly those wheels, or the script has ended with a sentence.
prepare_environment() {
    PY=$(find_python) || PY=
    ! command -v apt-get >/dev/null 2>&1 || install_system_packages "$(missing_packages)"
    [ -n "$PY" ] || PY=$(find_python) || refuse "Il faut Python 3.11, 3.12 ou 3.13 : installez-le, puis relancez."
    is_installed "$1" || install_wheels "$1"
}

find_python() {
    for candidate in ${PYTHON:-} python3.11 python3.12 python3.13 python3; do
        command -v "$candidate" >/dev/null 2>&1 || continue
        "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null || continue
        command -v "$candidate"
        return
    done
    return 1
}

# Names of Debian and Ubuntu; only what a probe finds missing.
missing_packages() {
    if [ -z "$PY" ]; then
        printf 'python3 python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 '
        [ -z "$WITH_BROWSER" ] || printf 'libatomic1 '
    else
        "$PY" -c 'import ensurepip, venv' 2>/dev/null || printf 'python3-venv '
        "$PY" - ${WITH_BROWSER:+libatomic.so.1=libatomic1} libpango-1.0.so.0=libpango-1.0-0 \
            libpangoft2-1.0.so.0=libpangoft2-1.0-0 libharfbuzz-subset.so.0=libharfbuzz-subset0 <<'PROBE'
import ctypes, sys
for pair in sys.argv[1:]:
    library, package = pair.split("=")
    try:
        ctypes.CDLL(library)
    except OSError:
        print(package, end=" ")
PROBE
    fi
    [ -z "$WITH_BROWSER" ] || command -v "${CHROMIUM:-chromium}" >/dev/null 2>&1 || printf 'chromium '
}

purpose() {
    case $1 in
        python3*) echo "l’environnement Python de l’application" ;;
        libpango* | libharfbuzz*) echo "la mise en page des rapports PDF" ;;
        *) echo "les essais dans un navigateur" ;;
    esac
}

# $1: names separated by spaces, possibly none.
install_system_packages() {
    [ -n "$1" ] || return 0
    say "Des paquets du système manquent, ils sont à installer :"
    for package in $1; do say "  $package : $(purpose "$package")"; done
    by_hand="apt-get update && sudo apt-get install -y --no-install-recommends ${1% }"
    if [ "$(id -u)" = 0 ]; then
        sudo=
    elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        sudo=sudo
        say "Cela demande les droits d’administration : sudo peut demander votre mot de passe."
    else
        refuse "Il faut les droits d’administration, que ce compte n’a pas ; faites exécuter une fois :  sudo $by_hand"
    fi
    log=$(mktemp)
    # shellcheck disable=SC2086 # $1 is a list of names, $sudo may be empty
    if $sudo apt-get update -qq >"$log" 2>&1 && $sudo env DEBIAN_FRONTEND=noninteractive apt-get \
        -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends $1 >"$log" 2>&1; then
        rm -f "$log"
        return
    fi
    reason=$(grep -m 1 '^E:' "$log" || tail -n 1 "$log")
    rm -f "$log"
    refuse "L’installation a échoué ($reason) ; corrigez, ou faites exécuter :  sudo $by_hand"
}

# A stamp is written last and names the exact content of the requirements, so a half-made environment has none.
is_installed() {
    [ "$(cat "$VENV/.installed-$1" 2>/dev/null)" = "$(cksum <"$1")" ] && "$VENV/bin/python" -c '' 2>/dev/null
}

install_wheels() {
    exec 9<"$1" # two starts at once: the second one stops here; the kernel frees the lock with this process
    ! command -v flock >/dev/null 2>&1 || flock -n 9 || refuse "Une installation est déjà en cours ici : attendez sa fin."
    [ "$(df -Pk . | awk 'NR == 2 { print $4 }')" -gt "$ROOM_NEEDED" ] ||
        refuse "Le disque est presque plein : il faut $((ROOM_NEEDED / 1000)) Mo libres pour installer l’application."
    say "Installation des paquets Python dans $VENV (la première fois seulement)…"
    [ ! -e "$VENV/.installing" ] || rm -rf "$VENV" # what an interrupted installation left cannot be trusted
    rm -f "$VENV"/.installed-* 2>/dev/null || refuse "$VENV appartient à un autre compte : supprimez ce dossier, puis relancez."
    log=$(mktemp)
    if ! fill_environment "$1" >"$log" 2>&1; then
        reason=$(grep -i -m 1 'no space left' "$log" || grep -v '^ *$' "$log" | tail -n 1)
        rm -f "$log"
        refuse "L’installation des paquets Python a échoué ($reason) ; relancez quand c’est réparé."
    fi
    rm -f "$log" "$VENV/.installing"
    # The requirements of the tests contain those of the application, at the same versions.
    [ "$1" = requirements.txt ] || cksum <requirements.txt >"$VENV/.installed-requirements.txt"
    cksum <"$1" >"$VENV/.installed-$1"
    exec 9<&-
}

# uv installs five times faster than pip; pip takes over where uv has no wheel.
fill_environment() {
    mkdir -p "$VENV" && : >"$VENV/.installing" || return 1
    "$VENV/bin/python" -m pip --version >/dev/null 2>&1 || "$PY" -m venv "$VENV" || return 1
    pip="$VENV/bin/python -m pip install -q --require-hashes"
    if $pip --only-binary :all: -r normandie_cnrs/local/requirements-uv.txt; then
        "$VENV/bin/uv" pip install -q --python "$VENV/bin/python" --require-hashes -r "$1" && return
    fi
    $pip -r "$1"
}
