# -*- coding: utf-8 -*-
"""The door: `python build.py` builds the site, `python build.py COMMAND` runs another command.

Syntax that every Python reads, so that an old one can say what is wrong instead of showing a traceback.
"""

import sys

TOO_OLD = """\
Cần Python 3.11 trở lên; đây là Python {0}.{1}. Tải tại https://www.python.org/downloads/
Python 3.11 or newer is needed; this is Python {0}.{1}. Get it at https://www.python.org/downloads/
"""

PRESS_A_KEY = """
Nhấn phím bất kỳ để đóng cửa sổ này.
Press any key to close this window.
"""

if __name__ == "__main__":
    if sys.version_info < (3,):
        sys.stderr.write(TOO_OLD.format(*sys.version_info))
        sys.exit(2)

    from ocop_site.window import opened_by_double_click, wait

    waits = opened_by_double_click()  # before other programs are started, which use the same console
    try:
        if sys.version_info < (3, 11):
            sys.stderr.write(TOO_OLD.format(*sys.version_info))
            sys.exit(2)

        from ocop_site.bootstrap import enter

        enter()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        if waits:
            wait(PRESS_A_KEY)
