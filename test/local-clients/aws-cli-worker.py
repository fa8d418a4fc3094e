"""The AWS CLI, started once: each line of input is a JSON list of arguments, each line of output what came of them."""

import contextlib
import io
import json
import sys

from awscli.clidriver import create_clidriver

driver = create_clidriver()
for line in sys.stdin:
    stdout, stderr = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(stdout), contextlib.redirect_stderr(stderr):
        try:
            code = driver.main(json.loads(line))
        except SystemExit as end:
            code = end.code
    said = {"code": code, "stdout": stdout.getvalue(), "stderr": stderr.getvalue()}
    print(json.dumps(said), flush=True)
