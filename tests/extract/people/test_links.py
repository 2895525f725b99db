from __future__ import annotations

import pytest

from extract.people.links import is_profile, links_in


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("E-Mail: Ada.Quill@Northwind.example", [("email", "ada.quill@northwind.example")]),
        ("e: ada at northwind.example", [("email", "ada@northwind.example")]),
        ("ada (at) northwind dot example", [("email", "ada@northwind.example")]),
        ("Look at that", []),
        ("ada at northwind dot example", []),
        ("(http://www.northwind.example/).", [("url", "http://www.northwind.example/")]),
        ("www.northwind.example | ada@northwind.example",
         [("url", "www.northwind.example"), ("email", "ada@northwind.example")]),
        ("Blog : paperboat.example", [("url", "paperboat.example")]),
        ("northwind.example", [("url", "northwind.example")]),
        ("Visit northwind.example soon", []),
        ("halden.example", [("url", "halden.example")]),
        ("www.northwind.example<http://www.northwind.example/>", [("url", "www.northwind.example")]),
        ("prices.xls", []),
        ("Halden.Foods", []),
        ("linkedin.com/in/ada-quill", [("url", "linkedin.com/in/ada-quill")]),
        ("Skype: paperboat | ICQ# 113 069 081", [("handle", "paperboat"), ("handle", "113 069 081")]),
        ("Twitter: @paperboat", [("handle", "@paperboat")]),
        ("Desk: paperboat", []),
        ("no links", []),
    ],
)  # fmt: skip
def test_links_in_a_piece(text: str, links: list[tuple[str, str]]) -> None:
    found = links_in(text, "northwind")
    assert [(link.kind, link.value) for link in found] == links
    assert all(text[link.span.start : link.span.end] for link in found)


def test_a_profile_is_a_page_on_a_network() -> None:
    assert is_profile("linkedin.com", "linkedin.com/in/ada")
    assert not is_profile("linkedin.com", "linkedin.com")
