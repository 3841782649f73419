package dev.tokenport.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {

    private static final List<String> NAMES =
            List.of("url", "method", "headers", "oauth_access_token", "oauth_token_url");

    @ParameterizedTest
    @CsvSource({
        "ulr, url",
        "URL, url",
        "uri, url",
        "metod, method",
        "header, headers",
        "oauth_acces_tokn, oauth_access_token",
        "oauth_tokenurl, oauth_token_url"
    })
    void to_misspeltName_isTheOneMeant(String misspelt, String meant) {
        assertThat(Nearest.to(misspelt, NAMES)).contains(meant);
    }

    @Test
    void to_nameFarFromAll_isEmpty() {
        assertThat(Nearest.to("password", NAMES)).isEmpty();
        assertThat(Nearest.to("x", List.of())).isEmpty();
    }

    @Test
    void hint_misspeltName_asksForTheOneMeant() {
        assertThat(Nearest.hint("metod", NAMES)).isEqualTo("; did you mean 'method'?");
        assertThat(Nearest.hint("password", NAMES)).isEmpty();
        assertThat(Nearest.hint("password", NAMES, "; there are others")).isEqualTo("; there are others");
    }
}
