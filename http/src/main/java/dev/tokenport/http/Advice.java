package dev.tokenport.http;

import dev.tokenport.http.TransportException.TlsFault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What to change where the way to a server ends. Immutable.
 *
 * @param names makes the name of an option
 * @param caFile the certificates that are trusted in the place of Java's
 */
record Advice(UnaryOperator<String> names, Optional<Path> caFile) {

    String of(CheckRun.Step step, TransportException end, Optional<ProxyRule.Proxy> proxy) {
        String option = names.apply("proxy");
        return switch (end.fault()) {
            case UNKNOWN_HOST ->
                proxy.isPresent()
                        ? "check the host of the proxy"
                        : "check the host in the URL and this machine's DNS; where only a proxy leads out, give "
                                + option;
            case REFUSED ->
                step == CheckRun.Step.TCP && proxy.isPresent()
                        ? "check host and port of the proxy, and that it runs"
                        : "check host and port in the URL, and that the server runs";
            case PROXY ->
                step == CheckRun.Step.PROXY
                        ? "correct the variable, or give " + option
                        : "check who asks the proxy, " + names.apply("proxy_user") + " and "
                                + names.apply("proxy_password") + ", and that the proxy leads there";
            case CLIENT_KEY -> "correct " + names.apply("certificate_file") + ", or its key and password";
            case TLS -> ofTls(end.tlsFault().orElse(TlsFault.OTHER));
            case TIMEOUT -> ofTimeout(step, option);
            case BROKEN -> "check the port in the URL, and what the log of the server says";
        };
    }

    private static String ofTimeout(CheckRun.Step step, String option) {
        return switch (step) {
            case DNS -> "check this machine's DNS";
            case TCP ->
                "check host and port, and whether a firewall is on the way; where only a proxy leads out, give "
                        + option;
            default -> "what listens there does not answer: check the port, and what the log of the server says";
        };
    }

    private String ofTls(TlsFault fault) {
        return switch (fault) {
            case UNTRUSTED ->
                caFile.map(file -> "add the certificate of its authority to '" + file + "', which is trusted in the"
                                + " place of Java's")
                        .orElseGet(() -> "give the certificate of its authority with " + names.apply("ca_file"));
            case EXPIRED -> "have the certificate of the server renewed, and check this machine's clock";
            case WRONG_HOST -> "use a host in the URL that the certificate is for, or have it made out for this one";
            case NO_COMMON_PROTOCOL -> "have the server offer TLS 1.2 or 1.3, with a cipher suite that this Java has";
            case CLIENT_CERTIFICATE ->
                "give a certificate that the server accepts with " + names.apply("certificate_file");
            case NOT_TLS -> "check scheme and port in the URL";
            case OTHER -> "look into the log of the server";
        };
    }
}
