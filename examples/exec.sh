#!/bin/sh
# For what is no workflow: runs a program that finds the token in its environment, never in its arguments, which every user
# of the machine can read. So the header goes to curl on its standard input (printf is part of the shell).
#
# Run it: set OAUTH_TOKEN_URI, OAUTH_CLIENT_ID, OAUTH_CLIENT_SECRET and API_URL, then
#   sh exec.sh
set -eu
tokenport exec -- sh -c '
    printf "header = \"Authorization: Bearer %s\"\n" "$OAUTH_ACCESS_TOKEN" |
        curl --silent --show-error --fail --config - "$API_URL/orders/1"'
