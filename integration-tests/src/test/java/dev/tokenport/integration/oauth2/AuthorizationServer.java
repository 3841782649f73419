package dev.tokenport.integration.oauth2;

import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.Transports;
import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.ReceivedAnswer;
import dev.tokenport.oauth2.SentRequest;
import dev.tokenport.oauth2.TokenCache;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenListener;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ManualTime;
import dev.tokenport.testkit.ScriptedServer;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A scripted authorization server, a clock moved by hand, and a token client between them. Thread-safe. */
final class AuthorizationServer implements AutoCloseable, TokenListener {

    static final String SECRET = "correct horse";
    static final String PASSWORD = "battery staple";

    private final Transports transports = Transports.direct();
    private final ScriptedServer server = ScriptedServer.start();
    private final ManualTime time = ManualTime.start();
    private final Redactor redactor = new Redactor();
    private final TokenCache cache = new TokenCache(time);
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final List<String> retries = new CopyOnWriteArrayList<>();
    private final List<SentRequest> sent = new CopyOnWriteArrayList<>();
    private final List<ReceivedAnswer> answers = new CopyOnWriteArrayList<>();

    static AuthorizationServer answering(Answer... answers) {
        var started = new AuthorizationServer();
        started.server.answer(answers);
        return started;
    }

    /** One that grants whatever it is asked for. */
    static AuthorizationServer granting(String members) {
        return answering(Answer.json(200, "{\"access_token\":\"t-1\"" + members + "}"));
    }

    TokenRequestBuilder clientCredentials() {
        return TokenRequest.clientCredentials(endpoint(), "orders", Secret.of(SECRET));
    }

    TokenRequestBuilder password() {
        return TokenRequest.password(endpoint(), "orders", "ada", Secret.of(PASSWORD));
    }

    TokenClient.Builder clientBuilder() {
        return TokenClient.over(transports.with(TransportOptions.DEFAULT))
                .time(time)
                .redactor(redactor)
                .listener(this);
    }

    TokenClient client() {
        return clientBuilder().build();
    }

    TokenClient client(RetryPolicy policy) {
        return clientBuilder().retry(policy).build();
    }

    AccessToken fetch() throws TokenException, InterruptedException {
        return client().fetch(clientCredentials().build());
    }

    TokenSource source() throws TokenException {
        return cache.source(client(), clientCredentials().build());
    }

    TokenCache cache() {
        return cache;
    }

    ScriptedServer server() {
        return server;
    }

    ManualTime time() {
        return time;
    }

    Redactor redactor() {
        return redactor;
    }

    URI endpoint() {
        return server.url("/token");
    }

    /** The front of every message of a failed client credentials request. */
    String attempted() {
        return "no token from " + endpoint() + " (grant client_credentials, client 'orders'): ";
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    List<String> retries() {
        return List.copyOf(retries);
    }

    List<SentRequest> sent() {
        return List.copyOf(sent);
    }

    List<ReceivedAnswer> answers() {
        return List.copyOf(answers);
    }

    @Override
    public void sending(SentRequest request) {
        sent.add(request);
    }

    @Override
    public void answered(ReceivedAnswer answer) {
        answers.add(answer);
    }

    @Override
    public void retrying(String line) {
        retries.add(line);
    }

    @Override
    public void warned(String line) {
        warnings.add(line);
    }

    @Override
    public void close() {
        server.close();
    }
}
