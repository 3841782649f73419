package dev.tokenport.sparql.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SparqlTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            commentCharacter = '%',
            value = {
                "select * {} | SELECT",
                "PREFIX : <http://a#> BASE <http://b#> prefix ask: <c> ASK {} | ASK",
                "base <a>insert data {} | INSERT",
                "PREFIX select: <a> DESCRIBE ex:a | DESCRIBE",
                "PREFIX a: <b> # SELECT | ''",
                "'' | ''",
                "PREFIX | ''",
                "{ | {",
            })
    void keyword_behindThePrologue_isFound(String text, String keyword) {
        assertThat(SparqlText.keyword(text)).isEqualTo(keyword);
    }

    @Test
    void joined_one_standsAsItIs() {
        assertThat(SparqlText.joined(List.of("A ; # x"))).isEqualTo("A ; # x");
    }

    @Test
    void joined_several_haveOneSemicolonBetweenThem() {
        assertThat(SparqlText.joined(List.of("A ; # a;", "B # b", "C", "D \";\"", "E;\n")))
                .isEqualTo("A  # a;\n;\nB # b\n;\nC\n;\nD \";\"\n;\nE\n");
    }

    @Test
    void language_veryLong_isWrittenOrRefused() {
        String tag = "a" + "-a".repeat(20_000);

        assertThat(Written.language(new Value.Text(tag, JsonType.STRING))).isEqualTo(tag);
    }
}
