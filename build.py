# -*- coding: utf-8 -*-
"""The door: `python build.py` builds the site, `python build.py COMMAND` runs another command.

Syntax that every Python reads, so that an old one can say what is wrong instead of showing a traceback.
"""

import sys

TOO_OLD = """\
Cần Python 3.11 trở lên; đây là Python {0}.{1}. Tải tại https://www.python.org/downloads/
Python 3.11 or newer is needed; this is Python {0}.{1}. Get it at https://www.python.org/downloads/
"""

if __name__ == "__main__":
    if sys.version_info < (3, 11):
        sys.stderr.write(TOO_OLD.format(*sys.version_info))
        sys.exit(2)

    try:
        from ocop_site.bootstrap import enter

        enter()
    except KeyboardInterrupt:
        sys.exit(130)
