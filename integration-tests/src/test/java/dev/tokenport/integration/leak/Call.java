package dev.tokenport.integration.leak;

import dev.tokenport.integration.leak.Canary.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A call of the command that asks for a token. {@code URL}, {@code TIME} and {@code FOLDER} in it are the authorization
 * server, how long it may take, and the folder. Immutable.
 *
 * @param arguments its arguments
 * @param shown the secrets that standard output, or a program, is to get
 */
record Call(List<String> arguments, List<Kind> shown) {

    private static final List<String> SERVER =
            List.of("--token-url=URL/token", "--client-id=reader", "--attempts=1", "--timeout=TIME");
    private static final String URN = "urn:ietf:params:oauth:grant-type:";

    /** The ways to ask for a token on the command line. */
    static Stream<Call> asking() {
        var calls = new ArrayList<Call>();
        for (String way : List.of(
                "--scope=x",
                "--secret-encoding=raw",
                "--client-authentication=client_secret_post",
                "--client-authentication=client_secret_jwt",
                "--grant-type=password --user-name=u",
                "--grant-type=refresh_token",
                "--grant-type=" + URN + "jwt-bearer",
                "--grant-type=" + URN + "token-exchange",
                "--dpop")) {
            calls.add(token(List.of(way.split(" "))));
        }
        calls.add(new Call(with("token", "--verify"), List.of()));
        calls.add(new Call(with("token", "--json"), List.of(Kind.ISSUED_TOKEN)));
        calls.add(new Call(with("token", "--decode"), List.of()));
        calls.add(new Call(with("exec", "--", "ls"), List.of(Kind.ISSUED_TOKEN)));
        calls.add(new Call(
                List.of(
                        "login",
                        "--token-url=URL/token",
                        "--client-id=reader",
                        "--device-authorization-url=URL/device",
                        "--login-file=FOLDER/home/logins.json"),
                List.of()));
        calls.add(new Call(List.of("run", "FOLDER/given/orders.yaml", "--report=FOLDER/report.json"), List.of()));
        return calls.stream();
    }

    /** Its arguments with these in the places of the names. */
    List<String> arguments(String url, String time, String folder) {
        return arguments.stream()
                .map(word -> word.replace("URL", url).replace("TIME", time).replace("FOLDER", folder))
                .toList();
    }

    /** Whether it reads such a secret or gets one: what it has never seen it cannot know. */
    boolean knows(Kind kind) {
        return switch (kind) {
            case CLIENT_SECRET -> true;
            case PASSWORD -> has("password");
            case REFRESH_TOKEN -> has("refresh_token");
            case ASSERTION -> has("jwt-bearer");
            case SUBJECT_TOKEN, ACTOR_TOKEN -> has("token-exchange");
            case ACCESS_TOKEN -> runs();
            case DPOP_KEY -> has("--dpop");
            case KEY_PASSWORD, DEVICE_CODE, ISSUED_TOKEN, ISSUED_REFRESH_TOKEN -> false;
        };
    }

    private boolean has(String end) {
        return arguments.stream().anyMatch(word -> word.endsWith(end));
    }

    boolean runs() {
        return arguments.contains("run");
    }

    boolean logsIn() {
        return arguments.contains("login");
    }

    boolean decodes() {
        return arguments.contains("--decode");
    }

    private static Call token(List<String> options) {
        var arguments = new ArrayList<>(List.of("token"));
        arguments.addAll(SERVER);
        arguments.addAll(options);
        return new Call(List.copyOf(arguments), List.of(Kind.ISSUED_TOKEN));
    }

    private static List<String> with(String command, String... options) {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(SERVER);
        arguments.addAll(List.of(options));
        return List.copyOf(arguments);
    }

    @Override
    public String toString() {
        return String.join(" ", arguments);
    }
}
