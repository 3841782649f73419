package dev.tokenport.operators.auth;

import dev.tokenport.oauth2.AssertionAudience;
import dev.tokenport.operator.Parameter;
import dev.tokenport.secret.Secret;
import java.util.Optional;

/** The private key and the certificate of a client that authenticates without a secret. Immutable. */
record ClientKeys(
        @Parameter(
                id = "oauth_key_file",
                label = "Key File",
                description = "The file with the client's private key, for `private_key_jwt` and for certificates that"
                        + " stand in a file of their own: PEM (PKCS#8, plain or encrypted) or PKCS#12. A relative path"
                        + " starts at the folder of the workflow. Read anew at each request.",
                mandatoryWhen = "oauth_client_authentication=private_key_jwt",
                advanced = true)
        String file,

        @Parameter(
                id = "oauth_key_password",
                label = "Key Password",
                description = "What the key in the file is encrypted with.",
                advanced = true)
        Optional<Secret> password,

        @Parameter(
                id = "oauth_key_id",
                label = "Key ID",
                description = "The name under which the server knows the key (`kid`). Empty: none is sent.",
                advanced = true)
        String id,

        @Parameter(
                id = "oauth_key_algorithm",
                label = "Key Algorithm",
                description =
                        "How assertions are signed: with an RSA key `RS256` to `RS512` or `PS256` to `PS512`, with an"
                                + " EC key that of its curve (`ES256`, `ES384`, `ES512`), with an Ed25519 key `EdDSA`, with the"
                                + " Client Secret `HS256`, `HS384` or `HS512`. Empty: what fits the key (`RS256` for RSA), and"
                                + " `HS256` for a secret.",
                advanced = true)
        Optional<KeyAlgorithm> algorithm,

        @Parameter(
                id = "oauth_assertion_audience",
                label = "Assertion Audience",
                description = "For whom the client's own assertion is made out: `token_endpoint` (its URL) or `issuer`"
                        + " (the issuer identifier).",
                defaultValue = "token_endpoint",
                advanced = true)
        AssertionAudience audience,

        @Parameter(
                id = "oauth_certificate_file",
                label = "Certificate File",
                description = "The file with the client's certificate, for `tls_client_auth` and"
                        + " `self_signed_tls_client_auth`: PEM or PKCS#12. Its key stands in the same file, or in the"
                        + " Key File. Read anew when it changes.",
                advanced = true)
        String certificateFile) {}
