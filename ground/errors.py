"""Every error a user can meet, drawn in one place.

PentimentoError                 the work failed                                 exit 1
├── Interrupted                 stopped by the user; what exists was kept       exit 130
├── Unavailable                 a store that cannot be read or written for now  exit 1
├── QueueFull                   as many paintings wait already as may           exit 1
├── LeaseLost                   somebody else may be working on the job by now  exit 1
└── BadInput                    what was given cannot be used; nothing written  exit 2
    ├── BadPicture              a picture that cannot be read or is refused
    ├── BadRecipe               an unknown recipe, key, layer or an impossible value
    ├── BadCheckpoint           a checkpoint that is not one, or of another run
    ├── BadGallery              a catalogue or a gallery folder that cannot be used
    ├── BadIndex                an index that is damaged, missing or of another encoder
    ├── BadQuery                words of which nothing is understood
    ├── BadSettings             a setting that is unknown, impossible or unsafe
    ├── KeyReused               an Idempotency-Key that came before with another body
    ├── MissingExtra            an optional package that is not installed
    └── BadWeights              weights that are missing, damaged or of another network

Each says in one line what is wrong and how to mend it.
"""


class PentimentoError(Exception):
    """One line: what went wrong and, after a semicolon, the mend."""

    exit_code = 1

    def __init__(self, what: str, mend: str = "") -> None:
        self.what = what
        self.mend = mend
        super().__init__(f"{what}; {mend}" if mend else what)


class Interrupted(PentimentoError):
    exit_code = 130


class Unavailable(PentimentoError):
    pass


class QueueFull(PentimentoError):
    pass


class LeaseLost(PentimentoError):
    pass


class BadInput(PentimentoError):
    exit_code = 2


class BadPicture(BadInput):
    pass


class BadRecipe(BadInput):
    pass


class BadCheckpoint(BadInput):
    pass


class BadGallery(BadInput):
    pass


class BadIndex(BadInput):
    pass


class BadQuery(BadInput):
    pass


class BadSettings(BadInput):
    pass


class KeyReused(BadInput):
    pass


class MissingExtra(BadInput):
    pass


class BadWeights(BadInput):
    pass
