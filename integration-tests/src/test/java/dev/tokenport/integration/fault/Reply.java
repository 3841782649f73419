package dev.tokenport.integration.fault;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;

/**
 * What came of an {@link Order}. Immutable.
 *
 * @param seen what the user sees
 * @param took how long it took
 */
record Reply(String seen, Duration took) {

    static Reply read(DataInputStream in) throws IOException {
        return new Reply(in.readUTF(), Duration.ofMillis(in.readLong()));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(seen);
        out.writeLong(took.toMillis());
    }
}
