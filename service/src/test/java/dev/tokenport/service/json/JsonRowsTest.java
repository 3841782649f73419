package dev.tokenport.service.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Value;
import dev.tokenport.service.json.JsonFormat.Missing;
import dev.tokenport.service.json.JsonRows.Scalars;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonRowsTest extends JsonRowsCase {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/data/items | {\"a\":[1,{\"data\":2}],\"data\":{\"n\":1,\"items\":[{\"id\":1.50},{\"id\":\"x\"}],\"z\":{}},\"b\":0} | id=1.50 ; id=x",
                "/data/items | {\"data\":{\"items\":{\"id\":1,\"l\":[{\"items\":1}]}}} | id=1,l=[{\"items\":1}]",
                "/data/items | {\"data\":{\"items\":7}} | value=7",
                "/data/items | {\"data\":{\"items\":null}} | value=null",
                "/data/items | {\"data\":{\"items\":[]}} | ``",
                "/data/items | {\"data\":{\"items\":[[1],null,\"s\"]}} | value=[1] ; value=null ; value=s",
                "/1 | [{\"a\":1},[{\"b\":2},{\"b\":3}],{\"c\":4}] | b=2 ; b=3",
                "/0/x | [{\"x\":{\"a\":1}},{\"x\":{\"a\":2}}] | a=1",
                "/0 | {\"0\":{\"a\":1}} | a=1",
                "/a~1b/m~0n | {\"a/b\":{\"m~n\":[{\"a\":1}]}} | a=1",
                "/ | {\"\":[{\"a\":1}]} | a=1",
                "`` | [{\"a\":1},2] | a=1 ; value=2",
                "`` | {\"a\":1e400,\"b\":{\"c\":1.0}} | a=1e400,b={\"c\":1.0}",
                "/a | {\"a\":[{\"a\":[{\"b\":1}]}]} | a=[{\"b\":1}]",
            })
    void next_withAPointer_readsTheRecordsThere(String pointer, String json, String rows) throws Exception {
        var format = ONE.at(JsonPointer.of("pointer", pointer));

        assertThat(shown(read(json, format))).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"item\":[]}}",
                "{\"data\":[{\"items\":[]}]}",
                "{\"data\":\"items\"}",
                "{\"items\":[],\"x\":{\"data\":{\"items\":[]}}}",
                "[]",
                "null",
            })
    void next_pointerThatLeadsNowhere_isAFaultOrNoRecord(String json) throws Exception {
        var pointer = JsonPointer.of("pointer", "/data/items");

        assertThatThrownBy(() -> read(json, ONE.at(pointer)))
                .isInstanceOf(JsonFault.class)
                .hasMessage("there is nothing at the JSON pointer '/data/items'");
        assertThat(read(json, ONE.at(pointer, Missing.NONE))).isEmpty();
    }

    @Test
    void next_nullWhereRecordsMayBeMissing_isNoRecord() throws Exception {
        var format = ONE.at(JsonPointer.of("pointer", "/items"), Missing.NONE);

        assertThat(read("{\"items\":null}", format)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/00", "/01", "/-", "/+1", "/2", "/0x1", "/ 1"})
    void next_segmentThatIsNoIndex_leadsNowhere(String pointer) {
        assertThatThrownBy(() -> read("[{\"a\":1},{\"a\":2}]", ONE.at(JsonPointer.of("pointer", pointer))))
                .isInstanceOf(JsonFault.class)
                .hasMessage("there is nothing at the JSON pointer '" + pointer + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"items\":[{\"a\":1}} | 1 | 18 | Unexpected close marker '}': expected ']'",
                "{\"items\":[{\"a\":1}],\"b\": | 1 | 24 | Unexpected end-of-input within/between Object entries",
                "{\"items\":[{\"a\":1}] | 1 | 19 | Unexpected end-of-input: expected close marker for Object",
                "{\"items\":[{\"a\":1}],\"b\":1,\"b\":2} | 1 | 29 | Duplicate Object property \"b\"",
                "{\"a\":{\"b\":1,\"b\":2},\"items\":[]} | 1 | 16 | Duplicate Object property \"b\"",
                "{\"items\":[{\"a\":1}]} x | 1 | 21 | Unrecognized token 'x': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
                "{\"items\":[{\"a\":1}]} {} | 1 | 21 | more follows after the end of the JSON value",
            })
    void next_faultOutsideOfTheRecords_isFoundToo(String json, int line, int column, String message) {
        assertThatThrownBy(() -> read(json, ONE.at(JsonPointer.of("pointer", "/items"))))
                .isInstanceOfSatisfying(JsonFault.class, fault -> {
                    assertThat(fault.line()).isEqualTo(line);
                    assertThat(fault.column()).isEqualTo(column);
                })
                .hasMessage(message);
    }

    @Test
    void kept_valuesBeforeAndBehindTheRecords_areThereAtTheEnd() throws Exception {
        var places =
                places("/meta/cursor", "/links/0/next", "/more", "/total", "/links", "/nothing", "/items/1/id", "/end");
        var json =
                "{\"meta\":{\"cursor\":\"abc\"},\"items\":[{\"id\":1},{\"id\":2}],\"links\":[{\"next\":\"https://a/\\u0031\"}],"
                        + "\"more\":true,\"total\":1.50,\"end\":null}";
        List<Optional<Value.Text>> kept = new ArrayList<>();

        try (var rows = new JsonRows(
                in(json), ONE.at(JsonPointer.of("pointer", "/items")).keeping(places))) {
            while (rows.next() != null) {}
            places.forEach(place -> kept.add(rows.kept(place)));
        }

        assertThat(kept)
                .containsExactly(
                        text("abc", JsonType.STRING),
                        text("https://a/1", JsonType.STRING),
                        text("true", JsonType.BOOLEAN),
                        text("1.50", JsonType.NUMBER),
                        text("[]", JsonType.JSON),
                        Optional.empty(),
                        text("2", JsonType.NUMBER),
                        text("null", JsonType.JSON));
    }

    @Test
    void kept_ofAWholeTextThatIsOneRecord_isThere() throws Exception {
        var places = places("/next", "/in/0", "");

        try (var rows = new JsonRows(in("{\"next\":\"n\",\"in\":[1]}"), ONE.keeping(places))) {
            assertThat(rows.next()).isNotNull();
            assertThat(rows.next()).isNull();

            assertThat(places.stream().map(rows::kept).toList())
                    .containsExactly(text("n", JsonType.STRING), text("1", JsonType.NUMBER), text("{}", JsonType.JSON));
        }
    }

    @Test
    void next_scalarsRefused_countsForTheRecordsOnly() throws Exception {
        var format = JsonFormat.of(Scalars.REFUSED).at(JsonPointer.of("pointer", "/r"));

        assertThat(shown(read("{\"a\":1,\"r\":[{\"b\":2}]}", format))).isEqualTo("b=2");
        assertThatThrownBy(() -> read("{\"r\":[{},true]}", format))
                .isInstanceOf(JsonFault.class)
                .hasMessage("expected an object, found a boolean");
    }

    @Test
    void next_otherCharacterSets_areReadWithAndWithoutAByteOrderMark() throws Exception {
        assertThat(shown(read("{\"a\":\"ä\"}".getBytes(ISO_8859_1), ONE.in(ISO_8859_1))))
                .isEqualTo("a=ä");
        assertThat(shown(read("{\"a\":\"ä€\"}".getBytes(UTF_16), ONE.in(UTF_16))))
                .isEqualTo("a=ä€");
        assertThat(shown(read("\uFEFF{\"a\":\"ä€\"}".getBytes(UTF_16LE), ONE.in(UTF_16LE))))
                .isEqualTo("a=ä€");
        assertThat(shown(read("\uFEFF{\"a\":\"ä€\"}".getBytes(UTF_8), ONE))).isEqualTo("a=ä€");
        assertThat(shown(read("\uFEFF{\"a\":\"ä€\"}".getBytes(UTF_16LE), ONE))).isEqualTo("a=ä€");
    }

    @Test
    void next_octetsOfAnotherCharacterSet_areAFault() {
        byte[] odd = "{\"a\":\"ä\"}x".getBytes(UTF_16LE);
        byte[] torn = Arrays.copyOf(odd, odd.length - 1);

        assertThatThrownBy(() -> read(torn, ONE.in(UTF_16LE)))
                .isInstanceOf(JsonFault.class)
                .hasMessage("or after it: a character is not one of UTF-16LE");
        assertThatThrownBy(() -> read("{\"a\":\"ä\"}".getBytes(ISO_8859_1), ONE))
                .isInstanceOf(JsonFault.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void next_deepNesting_isAFaultEvenOutsideOfTheRecords() {
        var format = ONE.at(JsonPointer.of("pointer", "/r"));

        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(100_000), format))
                .isInstanceOfSatisfying(
                        JsonFault.class, fault -> assertThat(fault.column()).isEqualTo(506))
                .hasMessage("Document nesting depth (501) exceeds the maximum allowed (500)");
    }

    @Test
    void next_endlessText_givesItsRecordsWhileItIsRead() throws Exception {
        var head = in("{\"skipped\":[" + "{\"x\":[1,2,3]},".repeat(100_000) + "0],\"r\":[");
        InputStream endless = new SequenceInputStream(
                Collections.enumeration(List.of(head, in("{\"a\":1},".repeat(10)), new Unreadable())));

        try (var rows = new JsonRows(endless, ONE.at(JsonPointer.of("pointer", "/r")))) {
            assertThat(shown(List.of(Optional.ofNullable(rows.next()).orElseThrow())))
                    .isEqualTo("a=1");
        }
    }

    private static final class Unreadable extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("read too far");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
        }
    }

    /** Four octets with three zeros look like UTF-32. */
    @Test
    void octets_thatAreNoUtf32_areAFault() {
        byte[] octets = {'[', 0, 0, 0, 0x1b, 'u', 'd', '8'};

        assertThatThrownBy(() -> read(octets, ONE))
                .isInstanceOf(JsonFault.class)
                .hasMessage("or after it: a character is not one of UTF-8");
    }

    /** The parser looks at the first octets as soon as there is one. */
    @Test
    void firstOctets_thatCannotBeRead_areAFaultOfReading() throws IOException {
        assertThatThrownBy(() -> read(new byte[] {0, 1, 0, 0, '"'}, ONE))
                .isInstanceOf(IOException.class)
                .hasMessage("Unsupported UCS-4 endianness (3412) detected");

        var closed = InputStream.nullInputStream();
        closed.close();
        assertThatThrownBy(() -> all(new JsonRows(closed, ONE)))
                .isInstanceOf(IOException.class)
                .hasMessage("Stream closed");
    }
}
