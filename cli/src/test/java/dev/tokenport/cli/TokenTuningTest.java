package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.ParameterException;
import dev.tokenport.operator.ParameterList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TokenTuningTest {

    @Test
    void nothing_isGiven_isWhatTheParametersDefaultTo() throws ParameterException {
        List<String> faults = new ArrayList<>();

        TokenTuning tuning = TokenTuning.of(new TokenOptions(), faults);

        assertThat(tuning).isEqualTo(ParameterList.bind(TokenTuning.class, Map.of()));
        assertThat(faults).isEmpty();
    }
}
