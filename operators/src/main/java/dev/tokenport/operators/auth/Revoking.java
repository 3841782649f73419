package dev.tokenport.operators.auth;

import dev.tokenport.operator.HttpUrl;
import dev.tokenport.operator.Parameter;

/** Whether tokens are given back at the end of the run (RFC 7009). Immutable. */
record Revoking(
        @Parameter(
                id = "oauth_revoke",
                label = "Revoke",
                description = "Whether the tokens of this task are revoked when the run has ended, however it ended. A"
                        + " token that cannot be revoked is a warning.",
                defaultValue = "false",
                advanced = true)
        boolean atEnd,

        @Parameter(
                id = "oauth_revocation_url",
                label = "Revocation Endpoint",
                description = "Where tokens are revoked (a HTTP(S) URL). Needed only where no Issuer tells it.",
                advanced = true)
        @HttpUrl(insecureHttpParameter = "allow_insecure_http")
        String url) {}
