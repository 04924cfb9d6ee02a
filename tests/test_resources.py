from pathlib import Path

from reader.resources import resource


def test_a_checkout_uses_its_own_folders() -> None:
    root = Path(__file__).parent.parent
    assert resource("articles") == root / "articles"
    assert resource("resources") == root / "resources"
