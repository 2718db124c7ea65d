"""Whether a text that was printed or drawn is inert."""

from tui.text.cleaning import is_clean


def faults_in(text: str) -> list[str]:
    """Return what is wrong with a text: a traceback in it, or what acts on a terminal."""
    faults = []
    if "Traceback" in text or "Exception ignored" in text:
        faults.append(text[-1500:])
    raw = [each for each in text if each in "\r\t" or (each != "\n" and not is_clean(each))]
    if raw:
        faults.append(f"raw characters: {''.join(raw[:20])!a}")
    return faults
