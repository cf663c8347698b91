"""A real MediaWiki on 127.0.0.1: Debian's package, SQLite, and PHP's own web server.

python -m tests.project.wiki.site      # sets one up in a temporary folder, serves it until Ctrl-C
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path("/usr/share/mediawiki")
ADDRESS = "127.0.0.1"
LICENCE = ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/")
_MODULES = {"sqlite3", "pdo_sqlite", "mbstring", "xml", "intl"}
_SETTINGS = f"""
$wgServer = getenv('WIKI_SERVER') ?: 'http://{ADDRESS}';
$wgScriptPath = getenv('WIKI_SCRIPTS') ?: '/w';
$wgArticlePath = getenv('WIKI_PAGES') ?: '/wiki/$1';
if ($wgArticlePath === '/wiki/$1') {{ $wgVariantArticlePath = '/$2/$1'; }}
$wgRightsText = '{LICENCE[0]}';
$wgRightsUrl = '{LICENCE[1]}';
$wgPingback = false;
$wgJobRunRate = 0;
foreach ( [ 'Cite', 'Poem', 'SyntaxHighlight_GeSHi' ] as $name ) {{ wfLoadExtension( $name ); }}
"""
_ROUTER = f"""<?php
$scripts = getenv('WIKI_SCRIPTS') ?: '/w';
$pages = getenv('WIKI_PAGES') ?: '/$1';
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$script = '/index.php';
if (str_starts_with($path, $scripts . '/')) {{
    preg_match('~^/(?:api|index|load)[.]php~', substr($path, strlen($scripts)), $found);
    $script = $found[0] ?? null;
}} elseif (!str_starts_with($path, strstr($pages, '$1', true))) {{
    $script = null;
}}
if ($script === null) {{ http_response_code(404); echo 'nothing here'; return true; }}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $scripts . $script;
$_SERVER['SCRIPT_FILENAME'] = '{ROOT}' . $script;
unset($_SERVER['PATH_INFO']);
chdir('{ROOT}');
require '{ROOT}' . $script;
"""


def why_not() -> str | None:
    """Why no wiki can be set up on this machine; None where it can."""
    if not (ROOT / "maintenance" / "install.php").is_file():
        return "Debian's package mediawiki is not installed"
    if not shutil.which("php"):
        return "php (Debian's php-cli) is not installed"
    said = subprocess.run(["php", "-m"], capture_output=True, text=True, check=False).stdout
    missing = _MODULES - {line.strip().lower() for line in said.splitlines()}
    return f"php has no {', '.join(sorted(missing))}" if missing else None


class Site:
    """A wiki in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environment = {
            **os.environ,
            "MW_CONFIG_FILE": str(folder / "LocalSettings.php"),
        }
        (folder / "data").mkdir()
        self._maintain(
            *("install.php", "--confpath", folder, "--dbtype", "sqlite", "--dbname", "wiki"),
            *("--dbpath", folder / "data", "--scriptpath", "/w", "--lang", "zh"),
            *("--server", f"http://{ADDRESS}", "--pass", "only-for-this-test", "測試", "Admin"),
            environment=dict(os.environ),
        )
        with (folder / "LocalSettings.php").open("a", encoding="utf-8") as settings:
            settings.write(_SETTINGS)
        (folder / "router.php").write_text(_ROUTER, encoding="utf-8")

    def edit(self, title: str, text: str) -> None:
        """Save a page, as a new revision where it is there."""
        self._maintain("edit.php", "-u", "Admin", title, text=text)

    def _maintain(
        self,
        script: str,
        *words: str | Path,
        text: str = "",
        environment: dict[str, str] | None = None,
    ) -> None:
        subprocess.run(
            ["php", str(ROOT / "maintenance" / script), *map(str, words)],
            input=text,
            text=True,
            env=environment or self._environment,
            capture_output=True,
            check=True,
        )

    @contextmanager
    def served(self, **layout: str) -> Iterator[str]:
        """Scheme and host of the wiki while it is served.

        `WIKI_SCRIPTS` and `WIKI_PAGES` in `layout` say where its scripts and pages are, if not
        where Wikipedia has them.
        """
        with socket.socket() as free:
            free.bind((ADDRESS, 0))
            port = free.getsockname()[1]
        site = f"http://{ADDRESS}:{port}"
        process = subprocess.Popen(
            ["php", "-S", f"{ADDRESS}:{port}", "-t", self.folder, self.folder / "router.php"],
            env=self._environment | {"WIKI_SERVER": site} | layout,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait_for(port, process)
            yield site
        finally:
            process.terminate()
            process.wait(10)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection((ADDRESS, port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("PHP's web server did not start")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        made = Site(Path(temporary))
        made.edit("中國城市", "== 甲 ==\n* [[日本]][[橫濱]]")
        with made.served() as address:
            print(f"{address}/wiki/%E4%B8%AD%E5%9C%8B%E5%9F%8E%E5%B8%82", flush=True)
            time.sleep(3600)
