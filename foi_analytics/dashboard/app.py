"""What `foi dashboard DIR` gives to Streamlit; it only starts the dashboard."""

import sys

from foi_analytics.dashboard import main

if __name__ == "__main__":
    main(sys.argv[1:])
