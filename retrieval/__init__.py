"""Words to a content painting, and a content painting to a style painting."""

import ground  # noqa: F401  before torch
