# One image for migrate, web and worker. The database is PostgreSQL's own image.
FROM python:3.11-slim AS build

ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /build
COPY requirements/build.txt requirements/run.txt requirements/
RUN python -m venv /opt/boswell \
    && /opt/boswell/bin/python -m pip install --require-hashes --requirement requirements/run.txt \
    && python -m venv /opt/build \
    && /opt/build/bin/python -m pip install --require-hashes --requirement requirements/build.txt

COPY pyproject.toml README.md LICENSE NOTICE ./
COPY i18n i18n
COPY extract extract
COPY store store
COPY ingest ingest
COPY deliver deliver
COPY api api
COPY demo demo
RUN /opt/build/bin/python -m hatchling build -t wheel -d /build/dist \
    && /opt/boswell/bin/python -m pip install --no-deps --no-index dist/boswell-*.whl

FROM python:3.11-slim

RUN useradd --system --uid 10001 --home-dir /var/lib/boswell --shell /usr/sbin/nologin boswell \
    && install --directory --owner boswell --group boswell --mode 0700 /var/lib/boswell
COPY --from=build /opt/boswell /opt/boswell
COPY LICENSE NOTICE /opt/boswell/

ENV PATH=/opt/boswell/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    BOSWELL_HOME=/var/lib/boswell
USER boswell
WORKDIR /var/lib/boswell
VOLUME /var/lib/boswell
EXPOSE 8000
ENTRYPOINT ["boswell"]
CMD ["serve"]
