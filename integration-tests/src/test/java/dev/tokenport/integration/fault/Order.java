package dev.tokenport.integration.fault;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One question that the {@link AskingProcess} has to ask. Immutable.
 *
 * @param asker what asks
 * @param url what is asked
 * @param timeout how long it may take in all
 * @param connectTimeout how long connecting may take
 * @param caFile the certificates to trust
 */
record Order(Asker asker, String url, Duration timeout, Duration connectTimeout, Optional<Path> caFile) {

    static Order read(DataInputStream in) throws IOException {
        return new Order(
                Asker.valueOf(in.readUTF()),
                in.readUTF(),
                Duration.ofMillis(in.readLong()),
                Duration.ofMillis(in.readLong()),
                Optional.of(in.readUTF()).filter(file -> !file.isEmpty()).map(Path::of));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(asker.name());
        out.writeUTF(url);
        out.writeLong(timeout.toMillis());
        out.writeLong(connectTimeout.toMillis());
        out.writeUTF(caFile.map(Path::toString).orElse(""));
    }
}
