from __future__ import annotations

import gc

from api.cli.garbage import MADE, spare_what_is_loaded


def test_what_is_loaded_is_out_of_the_collectors_way() -> None:
    before = gc.get_threshold()
    try:
        spare_what_is_loaded()
        assert gc.get_freeze_count() > MADE  # the modules of the tests alone are more
        assert gc.get_threshold()[0] == MADE
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
