"""Runs the published Python plugin's task once."""

import os

os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"

from cmem_plugin_auth.workflow.auth import OAuth2  # noqa: E402

task = OAuth2(
    "client_credentials",
    os.environ["OAUTH_TOKEN_URI"],
    os.environ["OAUTH_CLIENT_ID"],
    os.environ["OAUTH_CLIENT_SECRET"],
    "",
    "",
)
print(list(task.execute([], None).entities)[0].values[0][0])
