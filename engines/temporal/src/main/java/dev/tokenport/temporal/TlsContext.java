package dev.tokenport.temporal;

import dev.tokenport.http.key.KeyFile;
import dev.tokenport.http.key.KeyFileException;
import dev.tokenport.http.key.KeyMaterial;
import dev.tokenport.http.key.PemCertificates;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.EngineException;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;
import java.nio.file.Path;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Makes of the files that an address names what its connections are secured with. Java's own TLS: its faults are told apart. */
final class TlsContext {

    private TlsContext() {}

    /**
     * Reads the files.
     *
     * @throws EngineException if one cannot be used; the message names it
     */
    static SslContext of(EngineAddress.Tls tls) throws EngineException {
        try {
            SslContextBuilder builder = GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK);
            tls.authorities()
                    .map(file -> PemCertificates.read("file of the authorities", file))
                    .ifPresent(trusted -> builder.trustManager(trusted.toArray(X509Certificate[]::new)));
            if (tls.certificate().isPresent() && tls.key().isPresent()) {
                Path certificate = tls.certificate().get();
                KeyMaterial own = new KeyFile(tls.key().get(), Optional.of(certificate), Optional.empty()).read();
                requireGood(own.certificates().get(0), certificate);
                builder.keyManager(own.key(), own.certificates().toArray(X509Certificate[]::new));
            }
            return builder.build();
        } catch (KeyFileException e) {
            throw new EngineException(e.getMessage(), e);
        } catch (SSLException | IllegalArgumentException e) {
            throw new EngineException("TLS cannot be used: " + e.getMessage(), e);
        }
    }

    private static void requireGood(X509Certificate certificate, Path file) throws EngineException {
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException e) {
            throw new EngineException(
                    "the certificate in '" + file + "' has expired on "
                            + certificate.getNotAfter().toInstant(),
                    e);
        } catch (CertificateNotYetValidException e) {
            throw new EngineException(
                    "the certificate in '" + file + "' is not valid before "
                            + certificate.getNotBefore().toInstant(),
                    e);
        }
    }
}
