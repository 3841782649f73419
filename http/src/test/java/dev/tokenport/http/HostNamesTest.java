package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.TransportException.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HostNamesTest {

    private final HostNames names = new HostNames();

    @Test
    void address_isTakenAsItIs() throws Exception {
        names.find("192.0.2.1", failures("http://192.0.2.1/"));
        names.find("[2001:db8::1]", failures("http://[2001:db8::1]/"));
    }

    @Test
    void name_ofThisMachine_isFoundAgainAndAgain() throws Exception {
        names.find("localhost", failures("http://localhost/"));
        names.find("localhost", failures("http://localhost/"));
    }

    @Test
    void name_unknown_isAFaultEachTime() {
        for (int i = 0; i < 2; i++) {
            var exception = catchThrowableOfType(
                    TransportException.class,
                    () -> names.find("no-such-host.invalid", failures("http://no-such-host.invalid/")));

            assertThat(exception).hasMessage("unknown host 'no-such-host.invalid'");
            assertThat(exception.fault()).isEqualTo(Fault.UNKNOWN_HOST);
        }
    }

    private static Failures failures(String url) {
        return new Failures(
                new Way(URI.create(url), Optional.empty(), ClientKey.none()),
                Duration.ofSeconds(10),
                Deadline.after(Duration.ofSeconds(30), TimeSource.system()));
    }
}
