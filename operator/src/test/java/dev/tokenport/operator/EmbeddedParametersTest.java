package dev.tokenport.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class EmbeddedParametersTest {

    record Calls(
            @Parameter(id = "attempts", label = "Attempts", defaultValue = "4")
            int attempts,

            @Parameter(id = "insecure", label = "Insecure") boolean insecure) {

        Calls {
            if (attempts < 1) {
                throw new IllegalArgumentException("attempts " + attempts + " is less than 1");
            }
        }
    }

    record Service(
            @Parameter(id = "url", label = "URL", mandatory = true) @HttpUrl(insecureHttpParameter = "insecure")
            String url,

            @Embedded Calls calls,
            @Parameter(id = "note", label = "Note") String note) {}

    record Twice(@Embedded Calls one, @Embedded Calls two) {}

    record NoRecord(@Embedded String text) {}

    @Test
    void addresses_embeddedRecord_standAmongTheOthers() {
        assertThat(ParameterList.of(Service.class).addresses()).containsExactly("url", "attempts", "insecure", "note");
    }

    @Test
    void bind_valuesOfBoth_makeBothRecords() throws Exception {
        var values = Map.of(
                "url", RawValue.of("http://far.example"),
                "insecure", RawValue.of("true"),
                "note", RawValue.of("n"));

        assertThat(ParameterList.bind(Service.class, values))
                .isEqualTo(new Service("http://far.example", new Calls(4, true), "n"));
    }

    @Test
    void bind_whatTheEmbeddedRecordRefuses_isAFault() {
        var values = Map.of("url", RawValue.of("https://a.example"), "attempts", RawValue.of("0"));

        assertThatThrownBy(() -> ParameterList.bind(Service.class, values))
                .isInstanceOf(ParameterException.class)
                .hasMessage("attempts 0 is less than 1");
    }

    @Test
    void of_sameParameterTwice_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterList.of(Twice.class))
                .withMessage("Twice: parameter 'attempts' exists twice");
    }

    @Test
    void of_embeddedNoRecord_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterList.of(NoRecord.class))
                .withMessage("NoRecord.text is embedded, but no record");
    }
}
