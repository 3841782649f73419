"""Gets a token with requests-oauthlib, as the Python plugin does, without what else a plugin loads."""

import os

os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"

from oauthlib.oauth2 import BackendApplicationClient  # noqa: E402
from requests_oauthlib import OAuth2Session  # noqa: E402

client = os.environ["OAUTH_CLIENT_ID"]
session = OAuth2Session(client=BackendApplicationClient(client_id=client))
token = session.fetch_token(
    token_url=os.environ["OAUTH_TOKEN_URI"], client_id=client, client_secret=os.environ["OAUTH_CLIENT_SECRET"]
)
print(token["access_token"])
