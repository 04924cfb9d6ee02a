"""``python -m reader.engine``: the engine process. Started by ``reader.engine.client``, not by people."""

from reader.engine.server import main

main()
