package dev.tokenport.benchmarks.token;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.io.IOException;
import java.net.URI;

/** The Nimbus SDK with its own HTTP, which is that of {@code HttpURLConnection}. */
final class NimbusTokens implements Tokens {

    private final URI endpoint;
    private final ClientAuthentication client =
            new ClientSecretBasic(new ClientID(Account.CLIENT_ID), new Secret(Account.CLIENT_SECRET));

    NimbusTokens(URI endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public String token() throws IOException, ParseException {
        var request = new TokenRequest.Builder(endpoint, client, new ClientCredentialsGrant())
                .scope(new Scope(Account.SCOPE))
                .build();
        return AccessTokenResponse.parse(request.toHTTPRequest().send())
                .getTokens()
                .getAccessToken()
                .getValue();
    }
}
