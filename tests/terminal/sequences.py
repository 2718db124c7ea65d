"""What terminals send beside plain keys: what is known, and what must do nothing."""

KEYS = {
    b"\x1b[A": "up",
    b"\x1bOB": "down",
    b"\x1b[[C": "f3",
    b"\x1bOP": "f1",
    b"\x1b[20~": "f9",
    b"\x1b[Z": "shift+tab",
    b"\x1b[9;2u": "shift+tab",
    b"\x1b[27;2;9~": "shift+tab",
    b"\x1b[1;2A": "shift+up",
    b"\x1b[3;5~": "ctrl+delete",
    b"\x1b[27u": "escape",
    b"\x1b[13u": "enter",
    b"\x1b[113;5u": "ctrl+q",
    b"\x1b[27;5;113~": "ctrl+q",
    b"\x1b[113;69u": "ctrl+q",  # with Caps Lock on
    b"\x1bf": "ctrl+right",
    b"\x1b\x7f": "ctrl+w",
    "\u009b5~".encode(): "pageup",  # CSI as one character
}
"""Whole sequences and the keys that they are."""

NO_COMMANDS = {
    b"\x1b[27;2;13~": "shift+enter",
    b"\x1b[27;5;13~": "ctrl+enter",
    b"\x1b[13;2u": "shift+enter",
    b"\x1b[13;5u": "ctrl+enter",
    b"\x1b[13;3u": "alt+enter",
    b"\x1b[27;6;13~": "ctrl+shift+enter",
    b"\x1b[32;5u": "ctrl+space",
    b"\x1b[49;5u": "ctrl+1",
    b"\x1b[50;2u": "shift+2",
    b"\x1b[27;3;50~": "alt+2",
    b"\x1b[1;3A": "alt+up",
    b"\x1b[1;3D": "alt+left",
    b"\x1b[1;9B": "super+down",
    b"\x1b[3;3~": "alt+delete",
    b"\x1b[27;3;27~": "alt+escape",
    b"\x1b[1;1:2E": "kp_begin",
}
"""Whole sequences of keys that are bound to nothing and type nothing."""

TYPED = {b"\x1b[50u": "2", b"\x1b[97u": "a", b"\x1b[97;2u": "A", b"\x1b[32u": " ", b"\x1bOr": "2"}
"""Whole sequences and the characters that they type."""

NOTHING = (
    b"\x1b[<32;NaN;NaNM",
    b"\x1b[<32;1.5;2M",
    b"\x1b[<35;0;0M",
    b"\x1b[<35;-3;4M",
    b"\x1b[<35;99999;4M",
    b"\x1b[<999;3;4M",
    b"\x1b[<35;10M",
    b"\x1b[<35;10;5;2;7m",
    b"\x1b[35;10;5M",  # the mouse as urxvt tells it
    b"\x1b[M#2!",  # and as X10 does
    b"\x1b[M#22",
    b"\x1b[?64;1;2;6;9;15;22c",  # device attributes
    b"\x1b[>0;276;0c",
    b"\x1b[0n",
    b"\x1b[12;40R",  # where the cursor is
    b"\x1b[1;1R",
    b"\x1b[?1;1R",
    b"\x1b[?2048;2$y",  # modes
    b"\x1b[?2026;0$y",
    b"\x1b[?1016;1$y",
    b"\x1b[?0u",  # the kitty keyboard protocol
    b"\x1b[8;24;80t",  # sizes
    b"\x1b[4;600;800t",
    b"\x1b[48;24;80;0;0t",
    b"\x1b[48;24;80;480;640t",
    b"\x1b[48;0;0;0;0t",
    b"\x1b[?997;1n",  # a dark theme
    b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\",  # colours
    b"\x1b]11;rgb:1e1e/2222/2e2e\x07",
    b"\x1b]4;1;rgb:cccc/2222/1111\x1b\\",
    b"\x1b]52;c;MTIzNA==\x1b\\",  # the clipboard
    b"\x1b]lwindow 12\x1b\\",  # the title
    b"\x1bP1+r636f=323536\x1b\\",  # what it can do
    b"\x1bP>|xterm(390)\x1b\\",
    b"\x1bP!|00000000\x1b\\",
    b"\x1bP1$r2 q\x1b\\",
    b"\x1b_Gi=1;OK\x1b\\",  # pictures
    b"\x1b^12\x1b\\",
    b"\x1bX12\x1b\\",
    b"\x1b[1;2;3;4;5;6;7;8;9z",
    b"\x1b[99~",
    b"\x1b[0;2u",
    b"\x1b[13;999u",
    b"\x1b[1114112u",
    b"\x1b[27;2~",
    b"\x1b[27;2;13;4~",
    b"\x1b[49;1:3u",  # a key that is let go
    b"\x1b[13;1:3u",
    b"\x1b[1;1:3A",
    b"\x1b[2\xff2~",
    b"\x1b[12 q",
    b"\x1bO2z",
    b"\x1bO ",
    b"\x1b1",  # keys with Alt
    b"\x1b2",
    b"\x1b ",
    b"\x1b\r",
    "\u009d11;rgb:1/2/3\u009c".encode(),
    "\u0085\u0080\u200b\u202e\ufeff".encode(),
    b"\0",
    b"\xff\xfe",
    "题".encode("gbk"),
    b"\x81\x30\x81\x32",  # GB18030
    b"\xc0\xb2",  # a 2 in too many bytes
    b"\xed\xb0\x80",  # a surrogate
)
"""What is no key."""

ALT = (b"\x1b\x1b[B", b"\x1b\x1bOB", b"\x1b\x1b[3~")
"""Keys with Alt as some terminals send them; cut after the first Escape, that is the key itself."""
