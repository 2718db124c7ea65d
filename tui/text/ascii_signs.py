"""Stand-ins for signs, where a terminal knows ASCII alone."""

_BLOCKS = "▁▂▃▄▅▆▇█▔▏▎▍▌▋▊▉▐"
"""Textual draws the ends of its scroll bars with them; beside the bar's colour a blank will do."""
SIGNS = str.maketrans("·•–—−─━│┃“”‘’…×→←↑↓" + _BLOCKS, "-------||\"\"''~x><^v" + " " * len(_BLOCKS))
"""Each for a sign as wide as itself. Letters and the punctuation of wide scripts stay."""
