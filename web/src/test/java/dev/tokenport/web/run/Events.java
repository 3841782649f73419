package dev.tokenport.web.run;

import dev.tokenport.web.Browser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** The events that a page gets. For one thread. */
final class Events implements AutoCloseable {

    /** An event. */
    record Event(String name, String data) {}

    private final BufferedReader lines;

    private Events(InputStream stream) {
        lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    static Events of(Browser browser, String address) throws IOException, InterruptedException {
        HttpRequest.Builder request = browser.request(address).header("Accept", "text/event-stream");
        browser.headers().forEach(request::setHeader);
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        return new Events(answer.body());
    }

    /** Waits for the next one. */
    Event next() throws IOException {
        String name = "";
        var data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("event:")) {
                name = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring("data:".length()).strip());
            } else if (line.isEmpty() && !name.isEmpty()) {
                return new Event(name, data.toString());
            }
        }
        return new Event("end", "");
    }

    /** Waits for one of a name. */
    Event next(String name) throws IOException {
        Event event = next();
        while (!event.name().equals(name) && !event.name().equals("end")) {
            event = next();
        }
        return event;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
