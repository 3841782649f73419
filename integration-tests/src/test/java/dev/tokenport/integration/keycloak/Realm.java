package dev.tokenport.integration.keycloak;

/**
 * The realm of {@code keycloak/tokenport-realm.json}: what the tests may know of it. The secrets hold every character
 * that some encoding on the way to the server changes, but for a line end.
 */
final class Realm {

    /** The realm's name. */
    static final String NAME = "tokenport";

    /** A confidential client that may use both grants. */
    static final String CONFIDENTIAL_CLIENT = "orders reader:1";

    /** The secret of {@link #CONFIDENTIAL_CLIENT}. */
    static final String CONFIDENTIAL_SECRET = "50% :+&=/ \"größer\" als 1 € \\";

    /** A client without a secret that may use the password grant. */
    static final String PUBLIC_CLIENT = "orders-app";

    /** A confidential client with an ASCII id that may read users with the admin API. */
    static final String ADMIN_CLIENT = "user-reader";

    /** A confidential client whose tokens are for {@link #AUDIENCE} and live for five minutes. */
    static final String ORDERS_CLIENT = "orders-client";

    /** The same with the key {@code key-ES256} of {@link AssertionRealm} instead of a secret. */
    static final String ORDERS_KEY_CLIENT = "orders-key-client";

    /** A confidential client whose tokens are for {@link #AUDIENCE} and live for two seconds. */
    static final String SHORT_LIVED_CLIENT = "short-lived";

    /** What the protected service calls itself; other clients' tokens are not for it. */
    static final String AUDIENCE = "orders-service";

    /** A public client with the password grant, whose tokens are for {@link #GATEWAY_CLIENT} and not for a service. */
    static final String PORTAL_CLIENT = "orders-portal";

    /** A confidential client that may exchange tokens; those it gets are for {@link #AUDIENCE}. */
    static final String GATEWAY_CLIENT = "orders-gateway";

    /** A user with an ASCII name, who has the same password as {@link #USER}. */
    static final String PLAIN_USER = "user-01";

    /** How many users there are without those of service accounts. */
    static final int USERS = 8;

    /** A confidential client that somebody disabled. */
    static final String DISABLED_CLIENT = "retired-reader";

    /** A confidential client that may use neither grant. */
    static final String BROWSER_CLIENT = "browser-only";

    /** The secret of the clients with an ASCII id. */
    static final String PLAIN_SECRET = "b91f6c72-plain";

    /** A user. */
    static final String USER = "jürgen größe";

    /** The password of {@link #USER}; it ends with a blank. */
    static final String PASSWORD = "Pässwört 100% :+&=/ 5€ ";

    private Realm() {}
}
