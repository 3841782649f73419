package dev.tokenport.testkit;

import dev.tokenport.http.Headers;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One connection of a {@link ScriptedServer}: reads requests and writes answers until a side hangs up. For one thread. */
final class ServedConnection {

    private final Socket socket;
    private final ScriptedServer server;

    ServedConnection(Socket socket, ScriptedServer server) {
        this.socket = socket;
        this.server = server;
    }

    void serve() {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean open = true;
            while (open) {
                Optional<RecordedRequest> request = read(in);
                open = request.isPresent() && write(server.next(request.get()), socket.getOutputStream());
            }
        } catch (IOException e) {
            // The client hung up, or the test is over; what the test wants to know is on the client's side.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean write(Answer answer, OutputStream out) throws IOException, InterruptedException {
        answer.awaitGate();
        out.write(answer.head());
        if (answer.drip().isZero()) {
            out.write(answer.body());
        } else {
            for (byte b : answer.body()) {
                out.flush();
                TimeUnit.NANOSECONDS.sleep(answer.drip().toNanos());
                out.write(b);
            }
        }
        out.flush();
        return answer.keepsConnection();
    }

    private static Optional<RecordedRequest> read(InputStream in) throws IOException {
        String start = line(in);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        String[] words = start.split(" ", 3);
        Headers headers = Headers.none();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers = headers.with(
                    line.substring(0, colon), line.substring(colon + 1).strip());
        }
        String body = new String(body(in, headers), StandardCharsets.UTF_8);
        return Optional.of(new RecordedRequest(words[0], words[1], words[2], headers, body));
    }

    private static byte[] body(InputStream in, Headers headers) throws IOException {
        if (headers.first("Transfer-Encoding")
                .filter("chunked"::equalsIgnoreCase)
                .isPresent()) {
            return chunks(in);
        }
        int length = headers.first("Content-Length").map(Integer::parseInt).orElse(0);
        return exactly(in, length);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            body.write(exactly(in, size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
