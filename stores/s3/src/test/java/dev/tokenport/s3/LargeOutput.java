package dev.tokenport.s3;

import dev.tokenport.encryption.KeyFile;
import dev.tokenport.encryption.OctetCipher;
import dev.tokenport.encryption.StreamCipher;
import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.store.StoreKey;
import dev.tokenport.workflow.store.StoredOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import software.amazon.awssdk.services.s3.S3Client;

/** A process that writes an output and reads it again, encrypted, both in pieces. */
final class LargeOutput {

    private static final byte[] CONTEXT = {1};

    private LargeOutput() {}

    /** The port of the server, the key file, and how many mebibytes. */
    public static void main(String[] arguments) throws Exception {
        Path key = Path.of(arguments[1]);
        KeyFile.create(key);
        var cipher = new StreamCipher(OctetCipher.read(key));
        int pieces = Integer.parseInt(arguments[2]);
        try (S3Client client = TestS3.client(Integer.parseInt(arguments[0]), TestS3.PASSWORD)) {
            var store = new S3Store(client, S3Place.parse(TestS3.BUCKET));
            var place = new StoreKey("run-1", "orders", 1, OutputPort.MAIN);
            StoredOutput output = store.write(place);
            try (OutputStream out = cipher.encrypting(output.stream(), CONTEXT)) {
                write(out, pieces);
            }
            output.seal();
            try (InputStream in = cipher.decrypting(store.read(place), CONTEXT)) {
                compare(in, pieces);
            }
        }
    }

    private static void write(OutputStream out, int pieces) throws IOException {
        var random = new Random(7);
        byte[] piece = new byte[1 << 20];
        for (int i = 0; i < pieces; i++) {
            random.nextBytes(piece);
            out.write(piece);
        }
    }

    private static void compare(InputStream in, int pieces) throws IOException {
        var random = new Random(7);
        byte[] piece = new byte[1 << 20];
        for (int i = 0; i < pieces; i++) {
            random.nextBytes(piece);
            if (!Arrays.equals(piece, in.readNBytes(piece.length))) {
                throw new IOException("piece " + i + " is not what was written");
            }
        }
        if (in.read() >= 0) {
            throw new IOException("there is more than was written");
        }
    }
}
