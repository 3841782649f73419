package dev.tokenport.operators.auth;

import dev.tokenport.operator.Parameter;

/** How the authorization server is reached. Immutable. */
record Connection(
        @Parameter(
                id = "oauth_ca_file",
                label = "CA File",
                description = "A PEM file with the certificates to trust instead of Java's own; a relative path starts"
                        + " at the folder of the workflow.",
                advanced = true)
        String caFile,

        @Parameter(
                id = "allow_insecure_http",
                label = "Allow Insecure HTTP",
                description = "Whether a token endpoint on another machine may be asked over plain `http`. Everyone on"
                        + " the way can then read the credentials and the token.",
                defaultValue = "false",
                advanced = true)
        boolean allowInsecureHttp) {}
