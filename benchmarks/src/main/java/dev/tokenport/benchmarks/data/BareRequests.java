package dev.tokenport.benchmarks.data;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The JDK's HTTP client on its own: so many requests, so many at a time, each answer read as a string. */
final class BareRequests {

    private BareRequests() {}

    /** Sends requests to a URL and a number behind it; the arguments are that URL, the token, how many, and how many at a time. */
    public static void main(String[] arguments) throws Exception {
        String url = arguments[0];
        String authorization = "Bearer " + arguments[1];
        int count = Integer.parseInt(arguments[2]);
        int parallel = Integer.parseInt(arguments[3]);
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < parallel; i++) {
            Callable<Integer> work = () -> {
                int done = 0;
                for (int id = next.getAndIncrement(); id < count; id = next.getAndIncrement()) {
                    done += answered(client, URI.create(url + id), authorization);
                }
                return done;
            };
            all.add(threads.submit(work));
        }
        int done = 0;
        for (Future<Integer> each : all) {
            done += each.get();
        }
        threads.shutdown();
        if (done != count) {
            throw new IOException(done + " of " + count + " requests were answered");
        }
    }

    private static int answered(HttpClient client, URI url, String authorization)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Accept", "application/json")
                .header("Authorization", authorization)
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "tokenport")
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        return response.statusCode() == 200 && response.body().startsWith("{") ? 1 : 0;
    }
}
