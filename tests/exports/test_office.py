"""Word documents and workbooks as another program opens them."""

import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest

from tests.exports.reports import talked_over
from tui.exports import word, workbook
from tui.exports.kickoff import kickoff_document

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice: soffice, without a screen")
def test_another_program_opens_them_and_prints_what_was_decided(tmp_path: Path) -> None:
    document = kickoff_document(talked_over(), ("en", "zh-CN"))
    made = {"word.docx": (word.written(document), "Fri4Dec2026")}
    made["book.xlsx"] = (workbook.written(document), "2026-12-04")
    for name, (content, _) in made.items():
        (tmp_path / name).write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", *made]
    subprocess.run(convert, cwd=tmp_path, check=True, timeout=180, capture_output=True)
    for name, (_, due) in made.items():
        read = pypdf.PdfReader((tmp_path / name).with_suffix(".pdf"))
        text = "".join("".join(page.extract_text() for page in read.pages).split())
        assert len(read.pages) > 1
        for words in ("主播个人账号归本人", "价格带内由代运营定", due):
            assert words in text
