package dev.tokenport.operators.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvOptionsTest extends DatasetCase {

    @Test
    void parameters_onlyAFile_haveTheirDefaults() throws Exception {
        var bound = ParameterList.bind(CsvDatasetParameters.class, Map.of("file", RawValue.of("a.csv")));

        assertThat(bound).isEqualTo(csvParameters("a.csv", ",", "\"", "UTF-8"));
    }

    @Test
    void source_withoutHeader_namesTheColumns() throws Exception {
        given("a.csv", "1,x\n2,y\n");

        assertThat(all(csv(with("header", "false"))))
                .containsExactly(entity("column_1", "1", "column_2", "x"), entity("column_1", "2", "column_2", "y"));
        assertThat(all(csv(with("header", "false", "columns", "id name"))))
                .containsExactly(entity("id", "1", "name", "x"), entity("id", "2", "name", "y"));
        assertThat(all(csv(with("header", "false", "columns", "[\"id\", \"first name\"]"))))
                .containsExactly(entity("id", "1", "first name", "x"), entity("id", "2", "first name", "y"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | file 'a.csv', line 2: 1 fields, but the first row has 2 (separator ',')",
                "id | file 'a.csv', line 1: 2 fields, but the names of the columns are 1 (separator ',')",
            })
    void source_withoutHeader_wrongNumberOfFieldsIsAnError(String columns, String message) throws Exception {
        given("a.csv", "1,x\n2\n");

        assertThatThrownBy(() -> all(csv(with("header", "false", "columns", columns))))
                .isInstanceOf(OperatorException.class)
                .hasMessage(message);
    }

    @Test
    void source_withoutHeaderAndRows_givesNothing() throws Exception {
        given("a.csv", "");

        try (Entities none = open(csv(with("header", "false")))) {
            assertThat(none.next()).isNull();
        }
        try (Entities none = open(csv(with("header", "false", "columns", "a b")))) {
            assertThat(none.schema()).contains(Schema.of("", "a", "b"));
            assertThat(none.next()).isNull();
        }
    }

    @Test
    void source_commentsAndLinesToSkip_areSkipped() throws Exception {
        given("a.csv", "Report of today\n\"unclosed, by the way\n#id\tx\nid\tname\n# no row\n1\t#2\n\"#3\"\t4\n");

        var entities = all(csv(with("skip_lines", "2", "comment", "#", "separator", "tab")));

        assertThat(entities).containsExactly(entity("id", "1", "name", "#2"), entity("id", "#3", "name", "4"));
    }

    @Test
    void source_faultBehindSkippedLines_namesTheLineOfTheFile() throws Exception {
        given("a.csv", "one\ntwo\na,b\n1,2,3\n");

        assertThatThrownBy(() -> all(csv(with("skip_lines", "2"))))
                .isInstanceOf(OperatorException.class)
                .hasMessage("file 'a.csv', line 4: 3 fields, but the header has 2 (separator ',')");
    }

    @Test
    void source_fewerLinesThanToSkip_isAnError() throws Exception {
        given("a.csv", "one\n");

        assertThatThrownBy(() -> all(csv(with("skip_lines", "3"))))
                .isInstanceOf(OperatorException.class)
                .hasMessage("file 'a.csv', it has fewer than the 3 lines that are to be skipped");
    }

    @Test
    void sink_withoutHeader_writesRowsOnlyAndStillKnowsTheirPaths() throws Exception {
        var output = csv(with("header", "false"), stream(entity("a", "1"), entity("b", "2", "a", "x")));

        assertThat(content("a.csv")).isEqualTo("1,\nx,2\n");
        assertThat(all(output).get(1)).isEqualTo(entity("a", "x", "b", "2"));
        assertThat(files()).containsExactly("a.csv");
    }

    @Test
    void sink_withColumns_hasTheirOrderAndNoOthers() throws Exception {
        csv(with("header", "false", "columns", "b a c"), stream(entity("a", "1", "b", "2"), entity("c", "3")));

        assertThat(content("a.csv")).isEqualTo("2,1,\n,,3\n");
        assertThatThrownBy(() -> csv(with("header", "false", "columns", "a b"), stream(entity("a", "1", "z", "2"))))
                .isInstanceOf(OperatorException.class)
                .hasMessage("file 'a.csv' cannot be written: it is to receive the path 'z', which is none of columns");
        assertThat(content("a.csv")).isEqualTo("2,1,\n,,3\n");
    }

    @Test
    void sink_fieldThatLooksLikeAComment_isNoneWhenItIsRead() throws Exception {
        var rows = List.of(entity("%a", "%1", "b", "%2"), entity("%a", "3", "b", "4"));

        var output = csv(with("comment", "%"), Entities.of(rows.get(0).schema(), rows));

        assertThat(content("a.csv")).startsWith("\"%a\",");
        assertThat(all(output)).isEqualTo(rows);
    }

    @Test
    void sink_linesToSkip_areRefused() {
        assertThatThrownBy(() -> csv(with("skip_lines", "2"), stream(entity("a", "1"))))
                .isInstanceOf(OperatorException.class)
                .hasMessage("skip_lines 2 is only for reading, but the task has an input and writes its file");
    }

    @Test
    void sink_characterSetThatIsOnlyForReading_isAnError() throws Exception {
        assertThatThrownBy(() -> csv(with("charset", "ISO-2022-CN"), stream(entity("a", "1"))))
                .isInstanceOf(OperatorException.class)
                .hasMessage("file 'a.csv' cannot be written: the character set ISO-2022-CN can only be read");
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "columns=a | columns 'a' is given, but the header names the columns; set header to false",
                "header=false&columns=a a | columns has the name 'a' twice",
                "header=false&columns=[1] | columns '[1]' begins with '[' but is not a JSON array of strings, as in [\"id\", \"first name\"]",
                "comment=## | comment '##' is not one character",
                "comment=, | comment and separator or quote are the same character",
                "skip_lines=-1 | skip_lines -1 is negative",
                "compression=zip | compression 'zip' is none of auto, none and gzip",
            })
    void parameters_faulty_nameTheRule(String settings, String message) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String setting : settings.split("&", -1)) {
            values.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
        }

        assertThatThrownBy(() -> bound(values)).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-15"})
    void charset_writtenAndRead_isTheSame(String charset) throws Exception {
        var rows = List.of(entity("ä", "€,\n", "b", "ü"));

        assertThat(all(csv(with("charset", charset), Entities.of(rows.get(0).schema(), rows))))
                .isEqualTo(rows);
    }

    @Test
    void sink_cancelledAtItsEnd_leavesNothing() throws Exception {
        var context = context();
        context.cancel();

        assertThatThrownBy(
                        () -> new CsvDataset().execute(with("header", "false"), new Inputs(List.of(stream())), context))
                .isInstanceOf(InterruptedException.class);
        assertThat(files()).isEmpty();
    }

    private static CsvDatasetParameters with(String... namesAndTexts) throws OperatorException {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            values.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return bound(values);
    }

    private static CsvDatasetParameters bound(Map<String, String> texts) throws OperatorException {
        Map<String, RawValue> values = new LinkedHashMap<>();
        values.put("file", RawValue.of("a.csv"));
        texts.forEach((name, text) -> values.put(name, RawValue.of(text)));
        return ParameterList.bind(CsvDatasetParameters.class, values);
    }
}
