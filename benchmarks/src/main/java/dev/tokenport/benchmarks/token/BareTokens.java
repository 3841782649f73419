package dev.tokenport.benchmarks.token;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * The limit: the JDK's HTTP client posts the same octets as Tokenport, one request that was put together once, and the token
 * is cut out of the answer by a search for its name.
 */
final class BareTokens implements Tokens {

    private static final String NAME = "\"access_token\":\"";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;

    BareTokens(URI endpoint) {
        this.request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .header("Accept", "application/json")
                .header("Authorization", Account.authorization())
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "tokenport")
                .POST(BodyPublishers.ofString(Account.form()))
                .build();
    }

    @Override
    public String token() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        String body = answer.body();
        int begin = body.indexOf(NAME) + NAME.length();
        if (answer.statusCode() != 200 || begin < NAME.length()) {
            throw new IOException("HTTP " + answer.statusCode() + " without a token");
        }
        return body.substring(begin, body.indexOf('"', begin));
    }
}
