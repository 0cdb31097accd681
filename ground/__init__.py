"""What every room stands on: errors, files, pictures, weights and the VGG-19 network."""

import os

# Read when torch is loaded, so set before: how often torch's threads look for each other before they go to sleep. The
# default spins for milliseconds at each of a step's hundred meetings: on a machine that does other work too, where
# the other thread is not there to be met, that makes a step twenty times slower and more.
os.environ.setdefault("GOMP_SPINCOUNT", "1000")

# As oneDNN is loaded: every size of picture has convolutions of its own, and a thousand of them are kept where nobody
# says how many: hundreds of megabytes after a hundred paintings of many sizes. A painting has fewer than these.
os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "256")
