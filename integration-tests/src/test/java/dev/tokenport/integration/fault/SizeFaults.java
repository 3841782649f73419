package dev.tokenport.integration.fault;

import static dev.tokenport.integration.fault.Conduct.afterRequest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Answers of which there is too much. */
final class SizeFaults {

    private static final int MUCH = 100_000_000;
    private static final String RECORD = "{\"id\":1234567,\"note\":\"" + "n".repeat(974) + "\"},\n";
    private static final byte[] RECORDS = zipped("[", RECORD, "{\"id\":1}]");
    private static final byte[] TEXT = zipped("{\"access_token\":\"", "x", "\"}");

    private SizeFaults() {}

    static List<Fault> bodies() {
        return List.of(
                Fault.of("sends 100 MB of records", afterRequest(wire -> {
                            wire.write(Answers.head("Content-Length: " + (MUCH + 10)) + "[");
                            wire.writeMuch(RECORD, MUCH);
                            wire.write("{\"id\":1}]");
                        }))
                        .within(Asker.GET, Limit.READING)
                        .with(Fault.Load.BODY, 8),
                Fault.of("sends 100 MB of one text", afterRequest(wire -> {
                            wire.write(Answers.head("Content-Length: " + (MUCH + 20)) + "{\"access_token\":\"");
                            wire.writeMuch("x", MUCH);
                            wire.write("\"} ");
                        }))
                        .with(Fault.Load.BODY, 80),
                Fault.of("sends 100 MB of one text, and no length", afterRequest(wire -> {
                            wire.write(Answers.head("Connection: close") + "{\"access_token\":\"");
                            wire.writeMuch("x", MUCH);
                            wire.close();
                        }))
                        .with(Fault.Load.BODY, 80),
                Fault.of("sends records in chunks without end", afterRequest(wire -> {
                            wire.write(Answers.head("Transfer-Encoding: chunked") + "1\r\n[\r\n");
                            wire.writeWithoutEnd(Integer.toHexString(RECORD.length()) + "\r\n" + RECORD + "\r\n");
                        }))
                        .within(Asker.GET, Limit.TIMEOUT)
                        .with(Fault.Load.BODY, 8),
                Fault.of("sends blanks without end", afterRequest(wire -> {
                            wire.write(Answers.head("Connection: close"));
                            wire.writeWithoutEnd(" ");
                        }))
                        .within(Asker.GET, Limit.TIMEOUT)
                        .with(Fault.Load.BODY, 8),
                Fault.of("nests arrays without end", afterRequest(wire -> {
                            wire.write(Answers.head("Connection: close") + "{\"access_token\":");
                            wire.writeWithoutEnd("[");
                        }))
                        .with(Fault.Load.BODY, 8),
                Fault.of("sends a gzip bomb: 100 MB of records in 100 kB", afterRequest(wire -> {
                            wire.write(Answers.head("Content-Encoding: gzip", "Content-Length: " + RECORDS.length));
                            wire.write(RECORDS);
                        }))
                        .within(Asker.GET, Limit.READING)
                        .with(Fault.Load.BODY, 8),
                Fault.of("sends a gzip bomb: 100 MB of one text in 100 kB", afterRequest(wire -> {
                            wire.write(Answers.head("Content-Encoding: gzip", "Content-Length: " + TEXT.length));
                            wire.write(TEXT);
                        }))
                        .with(Fault.Load.BODY, 80));
    }

    static List<Fault> heads() {
        return List.of(
                Fault.of("sends header fields without end", afterRequest(wire -> {
                            wire.write(Answers.open());
                            wire.writeWithoutEnd("X-Noise: 0123456789\r\n");
                        }))
                        .within(Limit.PAUSED)
                        .with(Fault.Load.HEADS, 32),
                Fault.of("sends one header field without end", afterRequest(wire -> {
                            wire.write(Answers.open() + "X-Noise: ");
                            wire.writeWithoutEnd("0123456789");
                        }))
                        .within(Limit.PAUSED)
                        .with(Fault.Load.HEADS, 32),
                Fault.of("sends a status line without end", afterRequest(wire -> {
                            wire.write("HTTP/1.1 200 ");
                            wire.writeWithoutEnd("0123456789");
                        }))
                        .within(Limit.PAUSED)
                        .with(Fault.Load.HEADS, 32),
                Fault.of(
                                "sends interim answers (102) without end",
                                afterRequest(wire -> wire.writeWithoutEnd("HTTP/1.1 102 Processing\r\n\r\n")))
                        .within(Limit.PAUSED)
                        .with(Fault.Load.HEADS, 32),
                Fault.of("sends a chunk extension without end", afterRequest(wire -> {
                            wire.write(Answers.head("Transfer-Encoding: chunked") + "1;");
                            wire.writeWithoutEnd("x");
                        }))
                        .within(Limit.PAUSED)
                        .with(Fault.Load.HEADS, 32),
                Fault.of("sends trailer fields without end", afterRequest(wire -> {
                            wire.write(Answers.head("Transfer-Encoding: chunked"));
                            wire.write(
                                    Integer.toHexString(Answers.BODY.length()) + "\r\n" + Answers.BODY + "\r\n0\r\n");
                            wire.writeWithoutEnd("X-Noise: 0123456789\r\n");
                        }))
                        .within(Limit.PAUSED));
    }

    private static byte[] zipped(String begin, String piece, String end) {
        var octets = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(octets)) {
            byte[] block = piece.repeat(10_000).getBytes(StandardCharsets.ISO_8859_1);
            zip.write(begin.getBytes(StandardCharsets.ISO_8859_1));
            for (long written = 0; written < MUCH; written += block.length) {
                zip.write(block);
            }
            zip.write(end.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }
}
