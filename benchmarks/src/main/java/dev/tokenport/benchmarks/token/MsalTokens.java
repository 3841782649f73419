package dev.tokenport.benchmarks.token;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * MSAL's confidential client, which keeps a token. It takes only https endpoints of Microsoft's making, so its requests are
 * sent to the measurements' own by the HTTP client that it can be given: the JDK's.
 */
final class MsalTokens {

    private static final String AUTHORITY = "https://login.microsoftonline.com/orders";

    /** It tells of each call, which nobody wants whose calls are many; held, since otherwise its level would be forgotten. */
    private static final Logger TALK = Logger.getLogger("com.microsoft.aad.msal4j");

    static {
        TALK.setLevel(Level.WARNING);
    }

    private MsalTokens() {}

    /** Keeps the token while it is good. */
    static Tokens kept(URI endpoint) throws MalformedURLException {
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var application = ConfidentialClientApplication.builder(
                        Account.CLIENT_ID, ClientCredentialFactory.createFromSecret(Account.CLIENT_SECRET))
                .authority(AUTHORITY)
                .instanceDiscovery(false)
                .httpClient(request -> sent(client, endpoint, request))
                .build();
        var parameters =
                ClientCredentialParameters.builder(Set.of(Account.SCOPE)).build();
        return () -> application.acquireToken(parameters).get();
    }

    private static IHttpResponse sent(HttpClient client, URI endpoint, HttpRequest request)
            throws IOException, InterruptedException {
        var post = java.net.http.HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(request.body()))
                .build();
        var answer = client.send(post, BodyHandlers.ofString());
        var response = new HttpResponse().statusCode(answer.statusCode()).body(answer.body());
        response.addHeaders(answer.headers().map());
        return response;
    }
}
