"""The streams of a web process: who is told, of whose word, and what is left when they end."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from uuid import UUID, uuid4

from sqlalchemy import text

from api.news import MOST_EACH, News, Stream
from tests.database import Urls
from tests.firm import Person


def said(person: Person) -> None:
    with person.app.engine.begin() as connection:
        connection.execute(text("select pg_notify('boswell_review', :id)"), {"id": str(person.user_id)})


async def settled(*streams: Stream) -> None:
    """The first word comes when the ear opens, in case something was said before."""
    for stream in streams:
        assert await stream.came(10)


def test_each_is_told_of_their_own_and_of_nobody_elses(urls: Urls, ines: Person, jonas: Person) -> None:
    async def play() -> None:
        news = News(urls.app)
        with news.stream(ines.user_id) as one, news.stream(ines.user_id) as other, news.stream(jonas.user_id) as his:
            assert len(news) == 3
            await settled(one, other, his)
            said(ines)
            assert await one.came(10)
            assert await other.came(10)
            assert not await his.came(0.3)
        assert len(news) == 0
        news.close()

    asyncio.run(play())


def test_words_that_nobody_waits_for_are_told_once(urls: Urls, ines: Person) -> None:
    async def play() -> None:
        news = News(urls.app)
        with news.stream(ines.user_id) as stream:
            await settled(stream)
            for _ in range(20):
                said(ines)
            await asyncio.sleep(0.5)
            assert await stream.came(1)
            assert not await stream.came(0.2)
        news.close()

    asyncio.run(play())


def test_a_lost_database_is_waited_for_and_everybody_looks_again(urls: Urls, ines: Person) -> None:
    async def play() -> None:
        news = News(urls.app)
        with news.stream(ines.user_id) as stream:
            await settled(stream)
            end = "select pg_terminate_backend(pid) from pg_stat_activity where query like '%listen%'"
            with ines.app.engine.begin() as connection:
                connection.execute(text(f"{end} and datname = current_database() and pid <> pg_backend_pid()"))
            assert await stream.came(10)
        news.close()

    asyncio.run(play())


def test_one_person_has_only_so_many(urls: Urls) -> None:
    async def play(owner: UUID) -> None:
        news = News(urls.app)
        with ExitStack() as stack:
            for _ in range(MOST_EACH):
                assert news.has_room(owner)
                stack.enter_context(news.stream(owner))
            assert not news.has_room(owner)
            assert news.has_room(uuid4())
        assert news.has_room(owner)
        news.close()

    asyncio.run(play(uuid4()))


def test_the_end_is_told_to_all(urls: Urls, ines: Person) -> None:
    async def play() -> None:
        news = News(urls.app)
        with news.stream(ines.user_id) as stream:
            await settled(stream)
            news.close()
            assert await stream.came(5)
            assert news.is_over

    asyncio.run(play())
