package dev.tokenport.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which hosts are asked without a proxy, as {@code NO_PROXY} lists them. Nothing is asked of DNS. */
final class DirectHosts {

    private static final Pattern WITH_PORT = Pattern.compile("(\\[[^\\]]*]|[^:]*):([0-9]{1,5})");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f]*:[0-9a-f:.]*");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,3}");

    private DirectHosts() {}

    static boolean include(URI url, List<String> entries) {
        String host = name(String.valueOf(url.getHost()));
        return entries.stream().anyMatch(entry -> matches(entry.strip(), host, Urls.port(url)));
    }

    private static boolean matches(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
        }
        Matcher withPort = WITH_PORT.matcher(entry);
        if (withPort.matches()) {
            return Integer.parseInt(withPort.group(2)) == port && matches(withPort.group(1), host);
        }
        return matches(entry, host);
    }

    private static boolean matches(String entry, String host) {
        int slash = entry.indexOf('/');
        Optional<byte[]> address = address(host);
        if (address.isPresent()) {
            String other = slash < 0 ? entry : entry.substring(0, slash);
            int most = address.get().length * Byte.SIZE;
            int length = slash < 0 ? most : length(entry.substring(slash + 1));
            return length >= 0
                    && length <= most
                    && address(name(other))
                            .filter(block -> sameBeginning(block, address.get(), length))
                            .isPresent();
        }
        String name = name(entry.startsWith("*.") ? entry.substring(1) : entry);
        String domain = name.startsWith(".") ? name.substring(1) : name;
        return !domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain));
    }

    private static int length(String text) {
        return LENGTH.matcher(text).matches() ? Integer.parseInt(text) : -1;
    }

    private static boolean sameBeginning(byte[] one, byte[] other, int bits) {
        if (one.length != other.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        int rest = Byte.SIZE - bits % Byte.SIZE;
        return Arrays.equals(one, 0, whole, other, 0, whole)
                && (rest == Byte.SIZE || (one[whole] & 0xff) >> rest == (other[whole] & 0xff) >> rest);
    }

    private static Optional<byte[]> address(String host) {
        if (!IPV4.matcher(host).matches() && !IPV6.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** A host name in its plainest form. */
    private static String name(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        String lower = bare.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
