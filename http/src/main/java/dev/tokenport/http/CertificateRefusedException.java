package dev.tokenport.http;

import dev.tokenport.http.TransportException.TlsFault;
import java.io.Serial;
import java.security.cert.CertificateException;

/** A server's certificate was refused; the message is what to say behind "the certificate of host:port". */
final class CertificateRefusedException extends CertificateException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final TlsFault fault;

    CertificateRefusedException(TlsFault fault, String message, CertificateException cause) {
        super(message, cause);
        this.fault = fault;
    }

    TlsFault fault() {
        return fault;
    }
}
