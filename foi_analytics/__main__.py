"""`python -m foi_analytics` is the command `foi`."""

from .cli import main

if __name__ == "__main__":
    main()
