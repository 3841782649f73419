package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class HostNamesTest {

    private final HostNames names = new HostNames();

    @Test
    void address_isTakenAsItIs() throws Exception {
        assertThat(names.addresses("192.0.2.1", within())).containsExactly(InetAddress.getByName("192.0.2.1"));
        assertThat(names.addresses("[2001:db8::1]", within())).containsExactly(InetAddress.getByName("2001:db8::1"));
    }

    @Test
    void name_ofThisMachine_isFoundAgainAndAgain() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(names.addresses("localhost", within())).isNotEmpty().allMatch(InetAddress::isLoopbackAddress);
        }
    }

    @Test
    void name_unknown_isAFaultEachTime() {
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(UnknownHostException.class)
                    .isThrownBy(() -> names.addresses("no-such-host.invalid", within()));
        }
    }

    private static Deadline within() {
        return Deadline.after(Duration.ofSeconds(30), TimeSource.system());
    }
}
