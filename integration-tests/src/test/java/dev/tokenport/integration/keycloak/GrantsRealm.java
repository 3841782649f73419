package dev.tokenport.integration.keycloak;

import dev.tokenport.integration.key.ClientKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The realm of {@code keycloak/tokenport-grants-realm.json}: it replaces refresh tokens and accepts each once, and trusts
 * the assertions of a partner.
 */
final class GrantsRealm {

    /** The realm's name. */
    static final String NAME = "tokenport-grants";

    /** A confidential client that may use the password grant; its secret is {@link Realm#PLAIN_SECRET}. */
    static final String ROTATING_CLIENT = "rotating";

    /** A confidential client that may bring assertions of {@link #PARTNER}; its secret is {@link Realm#PLAIN_SECRET}. */
    static final String PARTNER_CLIENT = "partner-app";

    /** The issuer of assertions. */
    static final String PARTNER = "https://partner.example.org";

    /** A user. */
    static final String USER = "ada";

    /** The password of {@link #USER}. */
    static final String PASSWORD = "b91f6c72-ada";

    /** The name of {@link #USER} at the partner. */
    static final String USER_AT_PARTNER = "p-1815";

    /** The key that the partner signs with; new for each run of the tests. */
    static final ClientKey PARTNER_KEY = ClientKey.rsa(2048);

    private GrantsRealm() {}

    /** The realm as Keycloak imports it. */
    static String json() throws IOException {
        try (InputStream realm = GrantsRealm.class.getResourceAsStream("/keycloak/tokenport-grants-realm.json")) {
            if (realm == null) {
                throw new IllegalStateException("keycloak/tokenport-grants-realm.json is not on the class path");
            }
            String key = Base64.getEncoder()
                    .encodeToString(PARTNER_KEY.pair().getPublic().getEncoded());
            return new String(realm.readAllBytes(), StandardCharsets.UTF_8).replace("PARTNER_PUBLIC_KEY", key);
        }
    }
}
