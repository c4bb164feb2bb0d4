"""`kiosk setup --from FILE`: done once, done twice, tried, refused: and nothing is ever half done."""

from __future__ import annotations

import os
import stat
import tomllib
from pathlib import Path

import pytest

from kiosk import __main__ as program
from kiosk.config import POST_FILE, load, load_post
from kiosk.setup import plan
from kiosk.setup.answers import Answers, SetupError
from kiosk.setup.apply import apply
from kiosk.setup.first import AGAIN, needed
from kiosk.setup.plan import planned
from kiosk.staff import Given, Role, StaffFile

FILE = '[site]\nname = "Le Blosne"\n[print]\nqueue = "accueil"\n[mediators]\nnadia = "492817"\n[it]\nmarc = "730194"\n'


class Post:
    def __init__(self, folder: Path) -> None:
        self.etc, self.state = folder / "etc", folder / "state"
        self.etc.mkdir()
        self.state.mkdir()
        self.system = self.etc / "kiosk.toml"
        self.answers = folder / "poste.toml"
        self.answers.write_text(FILE)

    def setup(self, *options: str) -> int:
        words = ["setup", "--from", str(self.answers), "--config", str(self.system)]
        return program.main([*words, "--set", f'state.directory="{self.state}"', *options])

    def everything(self) -> dict[str, tuple[bytes, int]]:
        files = [one for folder in (self.etc, self.state) for one in folder.iterdir()]
        return {one.name: (one.read_bytes(), one.stat().st_mtime_ns) for one in files}


@pytest.fixture
def post(tmp_path: Path) -> Post:
    return Post(tmp_path)


def test_a_post_is_set_up_from_a_file(post: Post, capsys: pytest.CaptureFixture[str]) -> None:
    assert post.setup() == 0
    assert tomllib.loads(post.system.read_text()) == {"site": {"name": "Le Blosne"}, "print": {"queue": "accueil"}}
    staff = StaffFile(post.state)
    assert staff.has(Given("nadia", "492817"))
    assert staff.has(Given("marc", "730194", Role.IT))
    said = capsys.readouterr().out
    assert '[site] name = "Le Blosne"' in said
    assert "nadia (médiateur) : nouveau" in said
    assert "effacez-le" in said


def test_no_code_is_written_or_said_anywhere(post: Post, capsys: pytest.CaptureFixture[str]) -> None:
    post.setup("--dry-run")
    post.setup()
    said = capsys.readouterr()
    for code in ("492817", "730194"):
        assert code not in said.out + said.err
        assert all(code.encode() not in content for content, _ in post.everything().values())


def test_doing_it_again_changes_nothing(post: Post, capsys: pytest.CaptureFixture[str]) -> None:
    post.setup()
    before = post.everything()
    capsys.readouterr()
    assert post.setup() == 0
    assert post.everything() == before
    assert "Rien à changer" in capsys.readouterr().out


def test_a_try_says_what_would_change_and_changes_nothing(post: Post, capsys: pytest.CaptureFixture[str]) -> None:
    assert post.setup("--dry-run") == 0
    assert post.everything() == {}
    said = capsys.readouterr().out
    assert '[print] queue = "accueil"' in said
    assert "rien n'a été changé" in said


def test_what_it_wrote_by_hand_stays(post: Post) -> None:
    post.system.write_text('# à nous\n[site]\nname = "Avant"\npost = "p-7"\n')
    post.system.chmod(0o640)
    assert post.setup() == 0
    assert (
        post.system.read_text() == '# à nous\n[site]\nname = "Le Blosne"\npost = "p-7"\n\n[print]\nqueue = "accueil"\n'
    )
    assert stat.S_IMODE(post.system.stat().st_mode) == 0o640


def test_people_that_the_file_does_not_name_keep_their_code(post: Post) -> None:
    StaffFile(post.state).add("zoe", "905172")
    post.setup()
    assert sorted(StaffFile(post.state).roles()) == ["marc", "nadia", "zoe"]


def test_a_wrong_line_refuses_the_whole_file(post: Post, capsys: pytest.CaptureFixture[str]) -> None:
    post.answers.write_text(FILE.replace("queue", "queu"))
    assert post.setup() == 1
    assert post.everything() == {}
    said = capsys.readouterr().err
    assert "poste.toml, ligne 4 : « queu » n'est pas connu. Vouliez-vous dire « queue » ?" in said
    assert "Rien n'a été changé" in said


def test_a_code_that_is_taken_refuses_the_whole_file(post: Post, capsys: pytest.CaptureFixture[str]) -> None:
    StaffFile(post.state).add("zoe", "492817")
    before = post.everything()
    assert post.setup() == 1
    assert post.everything() == before
    assert "déjà pris" in capsys.readouterr().err


@pytest.mark.parametrize("broken", ["[site\n", 'site = { post = "p" }\n'])
def test_a_file_of_it_that_cannot_be_changed_is_left_alone(post: Post, broken: str) -> None:
    post.system.write_text(broken)
    assert post.setup() == 1
    assert post.system.read_text() == broken
    assert not (post.state / "staff.json").exists()


def test_without_the_state_folder_nothing_is_done(post: Post, capsys: pytest.CaptureFixture[str]) -> None:
    post.state.rmdir()
    assert post.setup() == 1
    assert "n'existe pas" in capsys.readouterr().err
    assert not post.system.exists()


@pytest.mark.parametrize(
    "words", [["setup", "--dry-run", "x"], ["run", "--from", "x"], ["check", "--dry-run"], ["setup", "--json"]]
)
def test_what_makes_no_sense_is_not_done(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        program.main(words)
    assert "n'est pas comprise" in capsys.readouterr().err


# --- as the account of the post, which may not write IT's file ----------------------------------------------------


@pytest.fixture
def as_the_post(monkeypatch: pytest.MonkeyPatch, post: Post) -> Post:
    """Root may write everything, so it is told otherwise."""
    really = os.access
    monkeypatch.setattr(
        plan.os, "access", lambda path, mode: not str(path).startswith(str(post.etc)) and really(path, mode)
    )
    return post


def answered(where: Post, **settings: str) -> None:
    config = load(overrides=[f'state.directory="{where.state}"']).config
    apply(planned(Answers({("site", key): value for key, value in settings.items()}), where.system, config))


def test_the_post_writes_its_own_file_below_its(as_the_post: Post) -> None:
    answered(as_the_post, name="Chez nous", post="p-1")
    own = as_the_post.state / POST_FILE
    assert stat.S_IMODE(own.stat().st_mode) == 0o600
    overrides = [f'state.directory="{as_the_post.state}"']
    assert load_post((), overrides).config.site.name == "Chez nous"
    as_the_post.system.write_text('[site]\nname = "La mairie"\n')
    above = load_post((as_the_post.system,), overrides).config.site
    assert (above.name, above.post) == ("La mairie", "p-1")


def test_nothing_contradicts_what_it_wrote(as_the_post: Post) -> None:
    as_the_post.system.write_text('\n[site]\nname = "La mairie"\n')
    with pytest.raises(SetupError, match=r"kiosk.toml, ligne 3 : « name » est écrit ici"):
        answered(as_the_post, name="Chez nous")
    answered(as_the_post, name="La mairie")
    assert not (as_the_post.state / POST_FILE).exists()


def test_devices_told_by_using_them_are_kept(post: Post) -> None:
    config = load(overrides=[f'state.directory="{post.state}"']).config
    answers = Answers(devices=(frozenset({"usb-1"}), frozenset({"usb-2"})))
    apply(planned(answers, post.system, config))
    assert planned(answers, post.system, config).empty
    assert '"usb-2"' in (post.state / "devices.json").read_text()


def test_a_post_needs_its_setup_until_it_has_a_name_or_staff(post: Post) -> None:
    directory = f'state.directory="{post.state}"'
    assert needed(load((), [directory]))
    assert not needed(load((), [directory, "site.name=Ici"]))
    StaffFile(post.state).add("zoe", "905172")
    assert not needed(load((), [directory]))


def test_the_post_decides_nothing_that_is_its(as_the_post: Post) -> None:
    config = load(overrides=[f'state.directory="{as_the_post.state}"']).config
    with pytest.raises(SetupError, match=r"\[wipe\] se règle seulement ici"):
        planned(Answers({("wipe", "account"): "root"}), as_the_post.system, config)


def test_its_questions_can_be_asked_again_from_afar(
    post: Post, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    named = [f'state.directory="{post.state}"', "site.name=Ici"]
    words = [word for one in named for word in ("--set", one)]
    assert program.main(["setup", *words]) == 0
    assert "systemctl restart" in capsys.readouterr().out
    assert needed(load((), named))
    (post.state / AGAIN).unlink()
    assert not needed(load((), named))
    post.state.rmdir()
    assert program.main(["setup", *words]) == 1
