"""The log: one JSON object a line on stderr, without a word that a user typed."""

import json
import logging
import sys
import time

USUAL = set(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName", "color_message"}


class Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        told = {
            "at": time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created)) + f".{record.msecs:03.0f}Z",
            "level": record.levelname.lower(),
            "of": record.name,
            "message": record.getMessage(),
            **{name: value for name, value in vars(record).items() if name not in USUAL},
        }
        if record.exc_info:
            told["traceback"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False, default=str)


def start(level: int = logging.INFO) -> None:
    """For the whole process."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Json())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for loud in ("httpx", "PIL", "multipart", "python_multipart", "asyncio"):
        logging.getLogger(loud).setLevel(logging.WARNING)


def started() -> bool:
    """Whether this process logs so; then its workers are to do as it does."""
    return any(isinstance(handler.formatter, Json) for handler in logging.getLogger().handlers)
