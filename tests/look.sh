#!/usr/bin/env bash
# The site in a browser: every page of the sample circle, and those of the circles of a street and of an organisation, in
# light and dark, wide and narrow. Nothing is said on the console or asked of a server, each link leads somewhere,
# nothing scrolls sideways, axe finds nothing that keeps somebody from reading it, and the HTML is valid. Screenshots are
# in target/look; `UPDATE=1` writes the pictures of the README anew.
# Takes the program. Installs chromium, node, java and a font where it may; skips, and says so, where they cannot be had.
cd "$(dirname "$0")/.."
. tests/shared.sh
shots=$(realpath -m "${CARGO_TARGET_DIR:-target}/look")
missing() { ! command -v chromium >/dev/null || ! command -v node >/dev/null || ! command -v npm >/dev/null; }
if missing && [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
	# Without the font, Chinese names are boxes.
	(apt-get update && apt-get install -y chromium nodejs npm fonts-noto-cjk default-jre-headless) >/dev/null 2>&1 || true
fi
missing && skip 'chromium with node and npm'

npm install --silent --no-fund --no-audit --prefix "$work" axe-core@4.14 vnu-jar@24.10.17 2>"$work/npm" >&2 ||
	skip "network for npm: $(tail -n 1 "$work/npm")"
# Node 20 has WebSocket behind a flag, node 22 without one.
node -e 'WebSocket' 2>/dev/null && flags=() || flags=(--experimental-websocket)
look() { node "${flags[@]}" tests/look/look.mjs "$work/$1" "$shots/$1" "$work/node_modules/axe-core/axe.min.js" "${@:2}"; }

"$rounds" --circle examples/garden site "$work/garden" --on 2026-09-10 >/dev/null
"$rounds" --circle tests/look/street site "$work/street" --deep --on 2026-09-10 >/dev/null
"$rounds" --circle examples/federation site "$work/federation" --deep --on 2026-10-05 >/dev/null
if command -v java >/dev/null; then
	java -jar "$work/node_modules/vnu-jar/build/dist/vnu.jar" --errors-only --skip-non-html "$work"/{garden,street,federation}
	say 'the HTML is valid'
else
	say 'the HTML is not validated, there is no java'
fi
look garden
look street '^[a-z]+\.html|/index\.html'
look federation

# Writes a picture of the upper part of a page.
picture() {
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/profile" \
		--window-size="$3" --screenshot="docs/pictures/$2.png" "file://$work/$1" 2>/dev/null
}
if [[ -n ${UPDATE-} ]]; then
	picture federation/index.html circles 1180,1000
	picture garden/circles/garden/decisions/2026-09-05-quiet-hours.html decision 1180,1080
fi
