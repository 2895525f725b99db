"""Templates escape what comes from outside and miss nothing."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from api.web.render import ENVIRONMENT, TEMPLATES, page
from tests.api.visiting import Browser


def test_every_template_compiles() -> None:
    names = [path.name for path in TEMPLATES.glob("*.html")]
    assert len(names) > 10
    for name in names:
        ENVIRONMENT.get_template(name)


def test_outside_text_is_escaped_and_a_missing_name_is_an_error() -> None:
    assert ENVIRONMENT.from_string("{{ a }}").render(a="<b>") == "&lt;b&gt;"
    with pytest.raises(UndefinedError):
        ENVIRONMENT.from_string("{{ a }}").render()


def test_a_page_has_one_heading_and_says_whose_it_is(ines_browser: Browser) -> None:
    assert page.__name__ == "page"
    for path in ("/", "/timeline", "/people", "/companies", "/my-data"):
        text = ines_browser.get(path).text
        assert text.count("<h1>") == 1
        assert "· Boswell</title>" in text
        assert 'aria-current="page"' in text
