"""`python -m tui` is `duiqi`."""

from tui.cli.main import main

if __name__ == "__main__":
    main()
