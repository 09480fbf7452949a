# What the tests need besides the SDK, and how it is had where it is missing. Sourced by tests/run and tests/gallery, from
# the root of the repository.

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }

apt_install() {
  local apt=(apt-get -o DPkg::Lock::Timeout=500 --quiet)
  command -v apt-get >/dev/null && as_root true 2>/dev/null || return 1
  as_root "${apt[@]}" update
  as_root env DEBIAN_FRONTEND=noninteractive "${apt[@]}" install --yes --no-install-recommends "$@"
}

have_chromium() {
  local path
  for path in "${CHROMIUM_PATH:-}" /usr/bin/chromium /usr/bin/chromium-browser; do
    [ -x "$path" ] && return 0
  done
  return 1
}

# Debian's packages bring the libraries they need: the browser, and the same without a window, for all that needs none.
# Elsewhere Playwright's own two, by the script that the build has put beside the tests (its node, since the script for
# PowerShell needs PowerShell).
install_chromium() {
  local playwright
  apt_install chromium chromium-headless-shell
  have_chromium && return 0
  playwright=$(ls -d tests/TenkTanken.Browser.Tests/bin/*/*/.playwright 2>/dev/null | head -n 1)
  "$playwright"/node/*/node "$playwright/package/cli.js" install chromium
}

# To be called beside a build, which leaves a core to spare while this waits for the network and the disk. Of what is missing afterwards, need_chromium
# and need_dictionaries tell.
fetch_packages() {
  have_chromium && have_windowless || apt_install chromium chromium-headless-shell
  have_dictionaries || apt_install hunspell hunspell-no
}

# One that is told of by CHROMIUM_PATH is asked to do everything.
have_windowless() { [ -n "${CHROMIUM_PATH:-}" ] || [ -x /usr/bin/chromium-headless-shell ]; }

need_chromium() {
  if have_chromium; then
    have_windowless || apt_install chromium-headless-shell ||
      echo "There is no chromium-headless-shell, and it could not be installed: the journeys in the browser take half as long again."
  else
    install_chromium ||
      echo "There is no Chromium, and none could be installed: journeys in the browser will fail. Set CHROMIUM_PATH to one."
  fi
}

# Asked one by one: given several, hunspell is content with those it finds.
have_dictionaries() {
  local dictionary
  for dictionary in nb_NO nn_NO; do
    hunspell -d "$dictionary" -l </dev/null >/dev/null 2>&1 || return 1
  done
}

need_dictionaries() {
  have_dictionaries || { apt_install hunspell hunspell-no && have_dictionaries; } ||
    echo "There is no hunspell with nb_NO and nn_NO, and it could not be installed: the tests of spelling will fail. Install hunspell and hunspell-no."
}

# Before the build, which brings in the design system with it, and what checks the HTML.
need_npm() {
  command -v npm >/dev/null || apt_install nodejs npm ||
    echo "There is no npm, and it could not be installed: the site is built without its full look, and the tests of its HTML will fail. Install Node.js 20 or newer with npm."
}
