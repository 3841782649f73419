package dev.tokenport.benchmarks.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * A CSV file of orders, as a shop's export has them: some names with a comma or an umlaut, some remarks with quotes or a line
 * break, every tenth remark missing. The same number of orders is always the same file.
 */
final class Orders {

    private static final String[] CUSTOMERS = {
        "Anna Schmidt", "\"Müller, Jörg\"", "Zoë Brontë", "John Smith", "Łukasz Nowak", "Maria Garcia", "Chen Wei"
    };
    private static final String[] CITIES = {"Leipzig", "København", "Berlin", "Łódź", "Paris"};
    private static final String[] REMARKS = {
        "deliver to the neighbour",
        "none",
        "call before 9",
        "\"says \"\"later\"\"\"",
        "second attempt; ask at the desk",
        "gift",
        "\"two\nlines\"",
        "paid",
        "fragile; handle with care",
        ""
    };

    private Orders() {}

    /** Writes so many orders. */
    static void write(Path file, int count) throws IOException {
        try (Writer out = new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            out.write("id,customer,city,ordered,amount,remark\n");
            var line = new StringBuilder();
            for (int i = 0; i < count; i++) {
                line.setLength(0);
                append(line, i);
                out.append(line);
            }
        }
    }

    /** A checksum of a file. */
    static long checksum(Path file) throws IOException {
        var sum = new CRC32C();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), buffer.length)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
            }
        }
        return sum.getValue();
    }

    private static void append(StringBuilder line, int number) {
        line.append(1_000_000L + number).append(',').append(CUSTOMERS[number % CUSTOMERS.length]);
        line.append(',').append(CITIES[number % CITIES.length]).append(",2026-");
        twoDigits(line, 1 + number % 12).append('-');
        twoDigits(line, 1 + number % 28).append('T');
        twoDigits(line, number % 24).append(":30:00Z,");
        line.append(number % 9_973).append('.');
        twoDigits(line, number % 100).append(',');
        line.append(REMARKS[number % REMARKS.length]).append('\n');
    }

    private static StringBuilder twoDigits(StringBuilder line, int number) {
        return line.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
