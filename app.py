"""`streamlit run app.py -- DIR` opens the dashboard on a corpus folder; the demo's when none is given."""

import sys

from foi_analytics.dashboard import main

if __name__ == "__main__":
    main(sys.argv[1:])
