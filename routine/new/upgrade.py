"""A site's engine replaced by this version's, and its data mended: all of it, or nothing, or on the way and told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from routine import __version__
from routine.disk.atomic import write_whole
from routine.disk.requirements import is_later, locked
from routine.loading.parse import parse
from routine.new.engine import OF_ROLES, SETTINGS
from routine.new.lay import DATA, SCHEMA, SCHEMA_BESIDE, engine, followed
from routine.new.manifest import NAME, EngineError, Manifest, digest, digests, manifest_of
from routine.new.migrations import FORM, mended, since
from routine.new.settings import own_values
from routine.new.templates import tests_of_its_own
from routine.publish.folder import unwritable
from routine.publish.settings import PROJECT
from routine.reading.encoding import decoded
from routine.reading.problems import RoutineError

MOST_NAMED = 20
OF_PACKAGES = "requirements/"
PACKAGES = f"{OF_PACKAGES}site.txt"


class Upgraded(Struct, frozen=True):
    """From which version, what changed in the data's form, whether the file was mended, what is left to mend, which
    packages are older than those that the body had taken in itself, as `jinja2 3.1.7 → 3.1.6`, and the tests that a new
    site has otherwise, each with its template."""

    before: str
    files: int
    told: tuple[str, ...]
    mended: bool
    left: str
    older: tuple[str, ...]
    tests: Mapping[str, Path]


def upgrade(site: Path) -> Upgraded:
    """Raises EngineError, RoutineError or FolderError, and then the site is as it was."""
    before = manifest_of(site)
    _hold_to_later(site, before)
    settings, data = _text(site, SETTINGS), _text(site, DATA)
    _hold_to_untouched(site, before)
    new = engine(own_values(settings))
    _hold_to_free(site, before, new)
    mend = mended(data, before.form)
    wanted = new | ({DATA: mend.encode()} if mend != data else {})
    gone = before.files.keys() - new.keys()
    changed = {path for path, content in wanted.items() if _bytes(site / path) != content}
    told = tuple(row.told for row in since(before.form))
    older = tuple(_older(_bytes(site / PACKAGES) or b"", new[PACKAGES]))
    left = _carried_out(site, before, wanted, [*gone], mend)
    return Upgraded(
        before.version, len(changed | gone) - (mend != data), told, mend != data, left, older, _otherwise(site)
    )


def _otherwise(site: Path) -> dict[str, Path]:
    """Its own tests, which may ask what no longer is so."""
    return {
        path: template
        for path, template in tests_of_its_own().items()
        if (own := _bytes(site / path)) is not None and digest(path, own) != digest(path, template.read_bytes())
    }


def _older(had: bytes, new: bytes) -> Iterator[str]:
    now = locked(new.decode())
    for name, version in locked(had.decode("utf-8", "replace")).items():
        if name in now and is_later(version, now[name]):
            yield f"{name} {version} → {now[name]}"


def _hold_to_later(site: Path, before: Manifest) -> None:
    if site.resolve() == PROJECT:
        raise EngineError(f"{site} är det här projektet. Gör så här: ange mappen med er webbplats.")
    if is_later(before.version, __version__) or before.form > FORM:
        told = f"Webbplatsen har version {before.version}, som är senare än den här, {__version__}."
        hint = "hämta den senaste versionen, och kör upgrade därifrån. Vill ni tillbaka till den äldre, ta tillbaka "
        hint += "uppgraderingen i git, med git revert och det som den sparades som."
        raise EngineError(f"{told}\nGör så här: {hint}")


def _hold_to_untouched(site: Path, before: Manifest) -> None:
    """Every file is as `new` or an upgrade left it, or as one that was broken off did; but for the packages, of which a
    body must be able to take in one that has been mended."""
    wrong = [told for path in before.files if (told := _touched(site, path, before))]
    if wrong:
        hint = "hämta tillbaka dem som de var, till exempel ur git, eller flytta er ändring till data/ och mkdocs.yml."
        raise EngineError(
            "Det här hör till motorn, och är ändrat för hand:\n"
            f"{_listed(wrong)}\nInget är gjort, för en uppgradering ersätter filerna.\nGör så här: {hint}"
        )


def _touched(site: Path, path: str, before: Manifest) -> str:
    data = _bytes(site / path)
    now = None if data is None else digest(path, data)
    if now == before.files[path] or (before.towards and now == before.towards.get(path)):
        return ""
    if now is not None and path.startswith(OF_PACKAGES):
        return ""
    return f"{path} är borttagen" if now is None else path


def _hold_to_free(site: Path, before: Manifest, new: Mapping[str, bytes]) -> None:
    """No file of the body's own lies where a new one of the engine's is to be."""
    others = new.keys() - before.files.keys()
    taken = [path for path in sorted(others) if _bytes(site / path) not in (None, new[path])]
    if taken:
        told = f"Motorn har nya filer där ni har egna:\n{_listed(taken)}\nInget är gjort."
        raise EngineError(f"{told}\nGör så här: ge era filer andra namn, och kör upgrade igen.")


def _carried_out(site: Path, before: Manifest, wanted: Mapping[str, bytes], gone: list[str], text: str) -> str:
    """What is left to mend in the text, the routine's. First where it is going is written down, so that a run that is
    killed can be run again; what fails is undone."""
    files = digests({path: data for path, data in wanted.items() if path != DATA})
    was = {path: _bytes(site / path) for path in (*wanted, *gone, *_following(site))}
    try:
        write_whole(site / NAME, Manifest(before.version, before.form, before.files, files).text())
        for path, data in wanted.items():
            _put(site / path, data)
        for path in gone:
            _put(site / path, None)
        left = _left(site, text)
        write_whole(site / NAME, Manifest(__version__, FORM, files).text())
    except BaseException as error:  # Also where somebody stops it: nothing is written by half, says the command then.
        _undone(site, before, was)
        if isinstance(error, OSError):
            raise unwritable(site, error, "ändra det, och kör upgrade igen.") from error
        raise
    return left


def _following(site: Path) -> set[str]:
    """What follows from the routine's file, and nothing else: somebody may write beside it meanwhile."""
    files = (file for pattern in (*OF_ROLES, SCHEMA, SCHEMA_BESIDE) for file in site.glob(pattern) if file.is_file())
    return {file.relative_to(site).as_posix() for file in files}


def _undone(site: Path, before: Manifest, was: Mapping[str, bytes | None]) -> None:
    for path, old in (dict.fromkeys(_following(site)) | {**was}).items():
        _put(site / path, old)
    write_whole(site / NAME, before.text())


def _put(file: Path, data: bytes | None) -> None:
    if _bytes(file) == data:
        return
    if data is None:
        file.unlink(missing_ok=True)
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, data)
        if data.startswith(b"#!"):
            file.chmod(0o755)
    # Python would read what it has kept of the file before, where the two are as long and of the same second. Of a
    # folder that is another's it is left: it is hardly ever so.
    with suppress(OSError):
        for compiled in file.parent.glob(f"__pycache__/{file.stem}.*.pyc"):
            compiled.unlink()


def _left(site: Path, text: str) -> str:
    """What the routine's file still lacks in the new form, told; else what follows from it is written."""
    try:
        parse(text.encode(), DATA)
        followed(site)
    except RoutineError as error:
        return error.report()
    return ""


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _text(site: Path, path: str) -> str:
    """As it stands, with its own line breaks, since it is written back. Raises RoutineError where it is not UTF-8."""
    if (data := _bytes(site / path)) is None:
        raise EngineError(f"{site / path} saknas.\nGör så här: hämta tillbaka filen, till exempel ur git.")
    text, problems = decoded(data)
    if problems:
        raise RoutineError((site / path).as_posix(), text, problems)
    return data.decode()


def _listed(paths: list[str]) -> str:
    more = [f"… och {len(paths) - MOST_NAMED} till"] if len(paths) > MOST_NAMED else []
    return "\n".join(f"    {path}" for path in [*paths[:MOST_NAMED], *more])
