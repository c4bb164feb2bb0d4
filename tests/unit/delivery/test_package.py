"""What the package promises before it is built: its tables name real files, its wheels are checked."""

from pathlib import PurePosixPath

from delivery import checkout, deb, environment, tree, wheels


def test_everything_that_the_tables_name_is_in_the_checkout() -> None:
    assert [line.source for line in tree.table() if not checkout.files(str(line.source))] == []


def test_a_renamed_library_is_found_on_both_debians_and_python_is_one_that_there_are_wheels_for() -> None:
    needs = deb.depends(deb.PACKAGES.read_text())
    assert "libasound2t64 | libasound2" in needs
    assert "python3-venv" not in needs
    assert all(f">= {python}" in needs for python in wheels.PYTHONS)


def test_what_is_made_from_source_keeps_its_hash() -> None:
    as_wheel, as_source = wheels.split(checkout.REQUIREMENTS.read_text())
    assert as_source.count("==") == len(wheels.SOURCE_ONLY)
    assert "--hash=sha256:" in as_source
    assert not any(f"\n{name}==" in as_wheel for name in wheels.SOURCE_ONLY)


def test_licences_and_entry_points_stay_and_tests_go() -> None:
    assert environment.wanted(PurePosixPath("numpy-2.dist-info/licenses/LICENSE"))
    assert environment.wanted(PurePosixPath("keyring-25.dist-info/entry_points.txt"))
    assert not environment.wanted(PurePosixPath("numpy/tests/test_numeric.py"))
