package dev.tokenport.oauth2;

import dev.tokenport.http.Urls;
import dev.tokenport.http.Urls.InsecureHttp;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Gets a token that a person allows on another device (RFC 8628). For one thread, used once. */
final class DeviceLogin {

    private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(5);
    private static final Duration SLOWER = Duration.ofSeconds(5);
    private static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(10);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST_LIFETIME = Duration.ofHours(1);
    private static final int LONGEST_TEXT = 300;

    private final TokenClient client;
    private final TokenClient.World world;
    private final TokenRequest request;
    private final ForeignText foreign;

    DeviceLogin(TokenClient client, TokenRequest request) {
        this.client = client;
        this.world = client.world();
        this.request = request;
        this.foreign = new ForeignText(world.redactor());
    }

    AccessToken token(Consumer<DeviceAuthorization> prompt) throws TokenException, InterruptedException {
        DeviceAuthorization authorization = authorization();
        prompt.accept(authorization);
        TokenRequest asking = request.with(new Grant.DeviceCode(authorization.deviceCode()));
        Duration interval = authorization.interval();
        long start = world.time().nanoTime();
        while (true) {
            world.time().sleep(interval);
            try {
                return client.fetch(asking);
            } catch (RequestRefusedException e) {
                String error = e.error().orElse("");
                Duration passed = Duration.ofNanos(world.time().nanoTime() - start);
                boolean pending = error.equals("authorization_pending") || error.equals("slow_down");
                if (!pending) {
                    throw e;
                }
                if (passed.compareTo(authorization.lifetime()) >= 0) {
                    throw new RequestRefusedException(
                            e.getMessage() + "; nobody allowed it within "
                                    + authorization.lifetime().toSeconds() + " s",
                            new Failure(e.attempts(), e.status().orElse(0), error, null));
                }
                interval = error.equals("slow_down") ? interval.plus(SLOWER) : interval;
            }
        }
    }

    private DeviceAuthorization authorization() throws TokenException, InterruptedException {
        Credentials credentials = Credentials.ofClient(request);
        ServerMetadata server = new Discovery(world, request).metadata(world.retry());
        URI endpoint = request.deviceAuthorizationEndpoint()
                .or(server::deviceAuthorizationEndpoint)
                .orElseThrow(() -> new TokenConfigurationException(
                        List.of(new ConfigurationFault(
                                TokenOption.DEVICE_AUTHORIZATION_ENDPOINT,
                                "is missing"
                                        + (server.issuer().isPresent() ? ", and the issuer does not tell it" : ""))),
                        null));
        List<FormField> fields = WireRequest.purpose(request, request.scopes());
        var exchange = new ClientExchange(
                world,
                new ClientExchange.Order(
                        request, server, endpoint, credentials, fields, "no device code from " + Urls.shown(endpoint)));
        AnswerBody answer = exchange.send(world.retry());
        Optional<String> fault = fault(answer);
        if (fault.isPresent()) {
            String message = exchange.message("HTTP 200, but " + fault.get());
            throw new MalformedAnswerException(message, new Failure(1, 200, null, null));
        }
        return authorization(answer);
    }

    private Optional<String> fault(AnswerBody answer) {
        if (answer.fault().isPresent()) {
            return Optional.of("the answer " + answer.fault().get());
        }
        for (String name : List.of("device_code", "user_code", "verification_uri")) {
            if (answer.textOf(name).isEmpty()) {
                return Optional.of(name + " is missing");
            }
        }
        String code = answer.textOf("user_code").orElseThrow();
        if (code.length() > LONGEST_TEXT || foreign.line(code, LONGEST_TEXT).isEmpty()) {
            return Optional.of("user_code is no code that anybody could enter");
        }
        String url = answer.textOf("verification_uri").orElseThrow();
        return url.length() > LONGEST_TEXT
                ? Optional.of("verification_uri is longer than " + LONGEST_TEXT + " characters")
                : Urls.fault(url, InsecureHttp.ALLOWED)
                        .map(rule -> "verification_uri " + foreign.line(rule, LONGEST_TEXT));
    }

    private DeviceAuthorization authorization(AnswerBody answer) {
        String deviceCode = answer.textOf("device_code").orElseThrow();
        world.redactor().add(deviceCode);
        return new DeviceAuthorization(
                Secret.of(deviceCode),
                foreign.line(answer.textOf("user_code").orElseThrow(), LONGEST_TEXT),
                foreign.line(answer.textOf("verification_uri").orElseThrow(), LONGEST_TEXT),
                // Only as a whole does it lead anywhere.
                answer.textOf("verification_uri_complete")
                        .filter(url -> Urls.fault(url, InsecureHttp.ALLOWED).isEmpty())
                        .filter(url -> foreign.line(url, LONGEST_TEXT).equals(url)),
                seconds("expires_in", answer, DEFAULT_LIFETIME),
                seconds("interval", answer, DEFAULT_INTERVAL));
    }

    private static Duration seconds(String name, AnswerBody answer, Duration otherwise) {
        Duration told = Lifetime.seconds(answer, name, LONGEST_LIFETIME).orElse(otherwise);
        return told.compareTo(SHORTEST) < 0 ? SHORTEST : told;
    }
}
