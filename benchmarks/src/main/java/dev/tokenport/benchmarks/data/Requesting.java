package dev.tokenport.benchmarks.data;

import dev.tokenport.benchmarks.Java;
import dev.tokenport.benchmarks.ProcessRun;
import dev.tokenport.benchmarks.ServerProcess;
import dev.tokenport.benchmarks.Tokenport;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A local API, a token endpoint, and a file with the numbers of the orders that either side asks for. For one thread. */
final class Requesting implements AutoCloseable {

    /** Renewed when half of it is left, so twice a second. */
    private static final String HEAP = "-Xmx256m";

    private static final int TOKEN_SECONDS = 1;

    private static final String ORDER = """
            {"id":1000001,"customer":{"name":"Anna Schmidt","city":"Leipzig"},"ordered":"2026-03-14T09:30:00Z",\
            "amount":1234.50,"open":false,"remark":"deliver to the neighbour"}""";
    private static final Pattern RENEWALS = Pattern.compile("\"renewals\" : ([1-9]\\d*)");

    private final int requests;
    private final Path folder;
    private final RenewedTokens tokens;
    private final ServerProcess api;
    private final ProcessRun.Program ours;
    private final ProcessRun.Program limit;
    private int renewals;

    private Requesting(int requests, int parallel, Path folder) throws IOException {
        this.requests = requests;
        this.folder = folder;
        this.tokens = new RenewedTokens(TOKEN_SECONDS);
        this.api = ServerProcess.start(ORDER, 0);
        writeNumbers();
        String orders = api.url("/orders/").toString();
        Path workflow = Files.writeString(workflow(), workflow(tokens.url(), orders, parallel));
        this.ours = Tokenport.withOption(HEAP, folder, "run", "--report=" + report(), workflow.toString());
        this.limit = Java.program(
                folder,
                BareRequests.class,
                HEAP,
                List.of(orders, RenewedTokens.token(0), Integer.toString(requests), Integer.toString(parallel)));
    }

    /** So many requests, so many at a time. */
    static Requesting of(int requests, int parallel) throws IOException {
        return new Requesting(requests, parallel, Files.createTempDirectory("tokenport-requests"));
    }

    /** The requests that Tokenport makes in a second. */
    double oursPerSecond() throws IOException, InterruptedException {
        double seconds = ours.run().seconds();
        renewals = RENEWALS.matcher(Files.readString(report()))
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
        return requests / seconds;
    }

    /** The requests that the bare client makes in a second. */
    double limitPerSecond() throws IOException, InterruptedException {
        return requests / limit.run().seconds();
    }

    /** How often Tokenport renewed the token in its last run. */
    int renewals() {
        return renewals;
    }

    @Override
    public void close() throws IOException {
        api.close();
        tokens.close();
        for (Path file : List.of(numbers(), workflow(), report(), folder)) {
            Files.deleteIfExists(file);
        }
    }

    private static String workflow(URI tokens, String orders, int parallel) {
        return """
            workflow: requests
            tasks:
              auth:
                operator: oauth2-authentication
                parameters:
                  oauth_grant_type: client_credentials
                  oauth_token_url: %s
                  oauth_client_id: benchmark
                  oauth_client_secret: only-for-measuring
              numbers:
                operator: csv-dataset
                parameters: {file: numbers.csv}
              orders:
                operator: http-request
                config: auth
                inputs: numbers
                parameters:
                  url: "%s{{ id }}"
                  parallel: %d
            """.formatted(tokens, orders, parallel);
    }

    private void writeNumbers() throws IOException {
        try (Writer out = Files.newBufferedWriter(numbers())) {
            out.write("id\n");
            for (int i = 0; i < requests; i++) {
                out.write(i + "\n");
            }
        }
    }

    private Path numbers() {
        return folder.resolve("numbers.csv");
    }

    private Path workflow() {
        return folder.resolve("requests.yaml");
    }

    private Path report() {
        return folder.resolve("report.json");
    }
}
