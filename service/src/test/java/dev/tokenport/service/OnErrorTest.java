package dev.tokenport.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Ports;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OnErrorTest {

    private static final Ports PORTS = new Ports(new Ports.InputPorts.Between(0, 1), Optional.empty());

    @Test
    void ports_taskThatFails_hasNoRejects() {
        assertThat(OnError.ports(PORTS, new KnownParameters(Map.of("on_error", "fail"))))
                .isEqualTo(PORTS);
    }

    @Test
    void ports_taskThatSkipsOrMaySkip_hasRejects() {
        assertThat(OnError.ports(PORTS, new KnownParameters(Map.of("on_error", "skip"))))
                .isEqualTo(PORTS.withRejects());
        assertThat(OnError.ports(PORTS, new KnownParameters(Map.of()))).isEqualTo(PORTS.withRejects());
    }
}
