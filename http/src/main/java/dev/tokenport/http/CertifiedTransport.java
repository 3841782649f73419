package dev.tokenport.http;

import dev.tokenport.http.TransportException.Fault;
import dev.tokenport.http.key.KeyFile;
import dev.tokenport.http.key.KeyFileException;
import dev.tokenport.http.key.KeyMaterial;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows the certificate of a file, which is read when the first https request is sent and again when the file has changed:
 * then with new connections, since TLS would resume the old ones with the old certificate.
 *
 * <p>A file that cannot be used is an error. Only while one that could is being replaced, which may take several steps, the
 * old certificate is shown for a few seconds more. Thread-safe.
 */
final class CertifiedTransport implements Transport {

    /** How long a replacement may take. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private final KeyFile file;
    private final Transport plain;
    private final Function<KeyMaterial, Transport> showing;
    private @Nullable Loaded loaded;
    private @Nullable Long unusableSince;

    private record Loaded(List<FileStamp> stamps, Transport transport) {}

    /**
     * A transport for a file.
     *
     * @param plain sends what goes without TLS
     * @param showing makes a transport that shows a certificate
     */
    CertifiedTransport(KeyFile file, Transport plain, Function<KeyMaterial, Transport> showing) {
        this.file = file;
        this.plain = plain;
        this.showing = showing;
    }

    @Override
    public Response send(Request request, Deadline deadline) throws IOException, InterruptedException {
        boolean tls = Urls.isTls(request.url());
        return (tls ? current(deadline.time()) : plain).send(request, deadline);
    }

    private synchronized Transport current(TimeSource time) throws TransportException {
        // Before the reading: what changes in between is noticed next time.
        List<FileStamp> stamps = stamps();
        Loaded known = loaded;
        if (known != null && known.stamps().equals(stamps)) {
            unusableSince = null;
            return known.transport();
        }
        try {
            Transport transport = showing.apply(file.readCertified());
            loaded = new Loaded(stamps, transport);
            unusableSince = null;
            return transport;
        } catch (KeyFileException e) {
            if (known != null && beingReplaced(time.nanoTime())) {
                return known.transport();
            }
            throw new TransportException(Fault.CLIENT_KEY, e.getMessage(), e);
        }
    }

    private boolean beingReplaced(long now) {
        Long since = unusableSince;
        if (since == null) {
            unusableSince = now;
            return true;
        }
        return now - since < GRACE.toNanos();
    }

    private List<FileStamp> stamps() {
        return Stream.concat(Stream.of(file.file()), file.certificates().stream())
                .map(FileStamp::of)
                .toList();
    }
}
