"""Templates of the web page that are compiled once, as Python does with modules."""

from contextlib import suppress
from pathlib import Path
from pickle import UnpicklingError

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket


class _CompiledTemplates(FileSystemBytecodeCache):
    """Keeps compiled templates where Python keeps the compiled modules, if that can be written.

    Compiling takes as long as all else that the page is made of.
    """

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        with suppress(OSError):
            Path(self.directory).mkdir(exist_ok=True)
            super().dump_bytecode(bucket)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read a template, unless there is none or a damaged one."""
        with suppress(OSError, EOFError, UnpicklingError):
            super().load_bytecode(bucket)


def environment(folder: Path) -> Environment:
    """Return what makes pages of the templates in a folder."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_CompiledTemplates(str(folder / "__pycache__")),
    )
