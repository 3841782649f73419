package dev.tokenport.operators.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.http.Headers;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.testkit.Answer;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpFormatTest extends HttpRequestCase {

    @Test
    void records_atAPointer_areTheEntities() throws Exception {
        server.otherwise(request -> Answer.json(
                200,
                "{\"data\":{\"items\":" + (request.target().equals("/1") ? "[{\"id\":1},{\"id\":2}]" : "{\"id\":3}")
                        + "},\"total\":3}"));

        assertThat(texts(ask(Asked.of(url("/{{ n }}")).with("records", "/data/items"), rows("n", "1", "2")), "id"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void records_null_areNoneWithoutAWarning() throws Exception {
        server.answer(Answer.json(200, "{\"items\":null}"));
        var context = context();

        assertThat(ask(Asked.of(url("/")).with("records", "/items"), context)).isEmpty();
        assertThat(context.warnings()).isEmpty();
    }

    @Test
    void records_nowhere_areNoneAndOneWarning() throws Exception {
        server.otherwise(request -> Answer.json(200, "{\"items\":[{\"id\":1}]}"));
        var context = context();

        assertThat(ask(Asked.of(url("/{{ n }}")).with("records", "/itmes"), context, rows("n", "1", "2")))
                .isEmpty();
        assertThat(context.warnings())
                .containsExactly(
                        "GET " + url("/1") + " answered with nothing at '/itmes', the place of the records; that"
                                + " counts as no records");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-ndjson",
                "application/jsonl; charset=utf-8",
                "Application/NDJSON",
                "application/json-lines",
            })
    void ndjson_byItsType_isAnEntityPerLine(String type) throws Exception {
        server.answer(Answer.of(200, type, "{\"id\":1}\r\n\n{\"id\":2}"));

        assertThat(texts(ask(Asked.of(url("/"))), "id")).containsExactly("1", "2");
    }

    @Test
    void ndjson_withAPointerAndACursor_readsBothOfEachLine() throws Exception {
        server.answer(
                Answer.of(200, "application/x-ndjson", "{\"row\":{\"id\":1},\"c\":1}\n{\"row\":{\"id\":2},\"c\":2}\n"),
                Answer.of(200, "application/x-ndjson", "{\"row\":{\"id\":3}}\n"));

        List<Entity> entities = ask(Asked.of(url("/"))
                .with("records", "/row")
                .with("paging", "cursor")
                .with("paging_pointer", "/c")
                .with("paging_parameter", "c"));

        assertThat(texts(entities, "id")).containsExactly("1", "2", "3");
        assertThat(server.requests().get(1).target()).isEqualTo("/?c=2");
    }

    @Test
    void csv_byItsType_hasAHeader() throws Exception {
        server.answer(Answer.of(200, "text/csv", "id,name\r\n1,\"a, \"\"b\"\"\r\nc\"\r\n2,\r\n"));

        var schema = Schema.of("", "id", "name");
        assertThat(ask(Asked.of(url("/"))))
                .containsExactly(
                        Entity.of("", schema, List.of(Value.of("1"), Value.of("a, \"b\"\r\nc"))),
                        new Entity("", schema, List.of(List.of(Value.of("2")), List.of())));
    }

    @Test
    void csv_withoutHeader_numbersItsColumns() throws Exception {
        server.answer(Answer.of(200, "text/csv; header=\"absent\"", "1;a\n2;b\n"));

        List<Entity> entities = ask(Asked.of(url("/")).with("csv_separator", ";"));

        assertThat(texts(entities, "column_2")).containsExactly("a", "b");
    }

    @Test
    void csv_ofTabs_isReadByItsType() throws Exception {
        server.answer(Answer.of(200, "text/tab-separated-values", "a\tb\n1\t2,3\n"));

        assertThat(texts(ask(Asked.of(url("/"))), "b")).containsExactly("2,3");
    }

    @Test
    void csv_broken_saysWhere() {
        server.answer(Answer.of(200, "text/csv", "a,b\n1\n"));

        assertThatThrownBy(() -> ask(Asked.of(url("/"))))
                .isInstanceOf(OperatorException.class)
                .hasMessage(
                        "GET " + url("/") + " answered text/csv that is not CSV, line 2: 1 fields, but the header has 2"
                                + " (separator ',')");
    }

    @ParameterizedTest
    @CsvSource({"text/csv; charset=ISO-8859-1, ''", "text/csv; charset=utf-8, iso-8859-1", "text/csv, Latin1"})
    void charset_ofTypeOrParameter_isUsed(String type, String given) throws Exception {
        server.answer(octets(type, "a\nü\n", ISO_8859_1));

        assertThat(texts(ask(Asked.of(url("/")).with("answer_charset", given)), "a"))
                .containsExactly("ü");
    }

    @Test
    void charset_ofJson_isUsed() throws Exception {
        server.answer(
                octets("application/json; charset=UTF-16", "{\"a\":\"ü\"}", UTF_16),
                octets("application/json;charset=iso-8859-1", "{\"a\":\"ü\"}", ISO_8859_1));

        assertThat(texts(ask(Asked.of(url("/{{ n }}")), rows("n", "1", "2")), "a"))
                .containsExactly("ü", "ü");
    }

    @Test
    void charset_unknown_namesTheParameterThatHelps() throws Exception {
        server.otherwise(request -> Answer.of(200, "application/json; charset=utf-99", "{\"a\":\"x\"}"));

        assertThatThrownBy(() -> ask(Asked.of(url("/"))))
                .hasMessage("GET " + url("/") + " answered in the unknown character set 'utf-99'; set answer_charset");
        assertThat(texts(ask(Asked.of(url("/")).with("answer_charset", "utf-8")), "a"))
                .containsExactly("x");
    }

    @Test
    void format_given_countsMoreThanTheType() throws Exception {
        server.answer(
                Answer.of(200, "text/html", "{\"a\":1}"),
                Answer.of(200, "application/json", "{\"a\":1}\n{\"a\":2}"),
                Answer.of(200, "application/octet-stream", "a\n1\n"),
                Answer.json(200, "{\"a\":1}"));
        var context = context();

        assertThat(texts(ask(Asked.of(url("/")).with("answer_format", "json"), context), "a"))
                .containsExactly("1");
        assertThat(texts(ask(Asked.of(url("/")).with("answer_format", "ndjson"), context), "a"))
                .containsExactly("1", "2");
        assertThat(texts(ask(Asked.of(url("/")).with("answer_format", "csv"), context), "a"))
                .containsExactly("1");
        assertThat(texts(ask(Asked.of(url("/")).with("answer_format", "text"), context), "body"))
                .containsExactly("{\"a\":1}");
        assertThat(context.warnings()).isEmpty();
    }

    @Test
    void format_missing_isGuessedFromTheBeginning() throws Exception {
        server.answer(
                Answer.of(200, Headers.none(), "\n [{\"a\":1}]".getBytes(UTF_8)),
                Answer.of(200, Headers.none(), "a".getBytes(UTF_8)));

        assertThat(ask(Asked.of(url("/{{ n }}")), rows("n", "1", "2")))
                .containsExactly(
                        Entity.of("", Schema.of("", "a"), List.of(new Value.Text("1", JsonType.NUMBER))),
                        Entity.of(
                                "",
                                Schema.of("", "body", "content_type", "status"),
                                List.of(Value.of("a"), Value.of(""), new Value.Text("200", JsonType.NUMBER))));
    }

    @Test
    void records_ofAText_areAnError() {
        server.answer(Answer.of(200, "text/html", "<p>login"));

        assertThatThrownBy(() -> ask(Asked.of(url("/")).with("records", "/a")))
                .isInstanceOf(OperatorException.class)
                .hasMessage(
                        "GET " + url("/") + " answered text/html, which is read as text, while records is a place in"
                                + " JSON; set answer_format to json if it is JSON all the same");
    }

    private static Answer octets(String type, String text, Charset charset) {
        return Answer.of(200, Headers.none().with("Content-Type", type), text.getBytes(charset));
    }
}
