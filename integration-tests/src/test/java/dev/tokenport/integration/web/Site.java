package dev.tokenport.integration.web;

import dev.tokenport.integration.cli.Chromium;
import dev.tokenport.integration.leak.Canary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Some workflows that are served, with what they ask for, and a browser before them. For one thread. */
final class Site implements AutoCloseable {

    private final Path flows;
    private final Orders orders;
    private final Served served;
    private final Desk desk;

    private Site(Path flows, Orders orders, Served served, Desk desk) {
        this.flows = flows;
        this.orders = orders;
        this.served = served;
        this.desk = desk;
    }

    /** Serves from a folder that is empty. */
    static Site in(Path folder) throws IOException, InterruptedException {
        var unused = Chromium.required();
        Orders orders = new Orders();
        Path flows = Files.createDirectory(folder.resolve("flows"));
        Files.createDirectory(flows.resolve("sales"));
        Files.writeString(flows.resolve("sales/orders.yaml"), orders(orders.url()));
        Files.writeString(flows.resolve("people.yaml"), """
                workflow: people
                tasks:
                  in: {operator: csv-dataset, label: "People <of> \\"today\\"", parameters: {file: people.csv}}
                  out: {operator: json-dataset, inputs: in, parameters: {file: people.json}}
                """);
        Files.writeString(flows.resolve("people.csv"), "name\nAnna\nBert\n");
        Files.writeString(flows.resolve("many.yaml"), many());
        Files.writeString(flows.resolve("faulty.yaml"), "workflow: faulty\ntasks:\n  a: {operator: htp-request}\n");
        Served served = Served.start(folder, flows, Map.of("ORDERS_SECRET", Orders.SECRET));
        Desk desk = Desk.at(served)
                .guarding(Canary.Kind.CLIENT_SECRET, Orders.SECRET)
                .guarding(Canary.Kind.ISSUED_TOKEN, Orders.TOKEN);
        return new Site(flows, orders, served, desk);
    }

    private static String orders(String url) {
        return """
                # Orders of the day.
                workflow: orders
                tasks:
                  auth:
                    operator: oauth2-authentication
                    parameters:
                      oauth_grant_type: client_credentials # nobody is asked
                      oauth_token_url: %1$s/token
                      oauth_client_id: orders-reader
                      oauth_client_secret: ${env:ORDERS_SECRET}
                  orders:
                    label: Orders of today
                    operator: http-request
                    config: auth
                    parameters: {url: '%1$s/orders'}
                  file: {operator: json-dataset, inputs: orders, parameters: {file: orders.json}}
                """.formatted(url);
    }

    /** A thousand tasks. */
    private static String many() {
        return "workflow: many\ntasks:\n  in: {operator: csv-dataset, parameters: {file: people.csv}}\n"
                + IntStream.range(1, 1_000)
                        .mapToObj(i -> "  t" + i + ": {operator: csv-dataset, inputs: "
                                + (i % 40 == 1 ? "in" : "t" + (i - 1)) + ", parameters: {file: many/" + i + ".csv}}\n")
                        .collect(Collectors.joining());
    }

    Path flows() {
        return flows;
    }

    Orders orders() {
        return orders;
    }

    Served served() {
        return served;
    }

    Desk desk() {
        return desk;
    }

    @Override
    public void close() throws IOException {
        try (orders;
                served;
                desk) {
            // What was begun last ends first.
            orders.let();
        }
    }
}
