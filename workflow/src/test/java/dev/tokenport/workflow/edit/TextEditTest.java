package dev.tokenport.workflow.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.operator.JsonType;
import org.junit.jupiter.api.Test;

final class TextEditTest {

    private static final String ORDERS = """
            # Orders   by night
            workflow: orders
            tasks:
              auth:   # first
                operator: "token"
                parameters:
                  client_id: old   # as registered
                  # the secret
                  client_secret: '${env:SECRET}'
                  url:
                  retry: {attempts: 3, delay: 5s}   # both
                  headers:
                    Accept: text/csv
                    # more to come
                  body: |  # a query
                    first
                      second

                  # the end
              load: {operator: "call", 'parameters': {url: x}}
              file:
                operator: dataset
            """;

    @Test
    void set_onOneLine_keepsCommentAndQuotes() throws Exception {
        assertThat(set(ORDERS, Place.of("auth", "client_id"), "new one"))
                .isEqualTo(ORDERS.replace("client_id: old ", "client_id: new one "));
        assertThat(set(ORDERS, Place.of("auth", "client_secret"), "it's ${file:a b}"))
                .isEqualTo(ORDERS.replace("'${env:SECRET}'", "'it''s ${file:a b}'"));
        assertThat(set(ORDERS, Place.of("auth", "url"), "https://x/${env:HOST}"))
                .isEqualTo(ORDERS.replace("url:\n", "url: https://x/${env:HOST}\n"));
    }

    @Test
    void set_withWhatYamlTakesForSomethingElse_isQuoted() throws Exception {
        assertThat(set(ORDERS, Place.of("auth", "client_id"), "12")).contains("client_id: \"12\"   # as registered");
        assertThat(set(ORDERS, Place.of("auth", "client_id"), "a: b")).contains("client_id: \"a: b\"   #");
        assertThat(set(ORDERS, Place.of("auth", "client_id"), "a #b")).contains("client_id: \"a #b\"   #");
        assertThat(set(ORDERS, Place.of("auth", "client_id"), "")).contains("client_id: \"\"   #");
        assertThat(set(ORDERS, Place.of("auth", "client_id"), "No")).contains("client_id: \"No\"   #");
        assertThat(TextEdit.set(ORDERS, Place.of("auth", "client_id"), "12", JsonType.NUMBER))
                .contains("client_id: 12   #");
        assertThat(TextEdit.set(ORDERS, Place.of("auth", "client_id"), "true", JsonType.BOOLEAN))
                .contains("client_id: true   #");
    }

    @Test
    void set_withSeveralLines_isBlockWithTheCommentBehindItsHeader() throws Exception {
        assertThat(set(ORDERS, Place.of("auth", "client_id"), "one\n\n  two"))
                .isEqualTo(ORDERS.replace(
                        "client_id: old   # as registered\n",
                        "client_id: |-   # as registered\n        one\n\n          two\n"));
        assertThat(set(ORDERS, Place.of("auth", "body"), "x\ny\n"))
                .isEqualTo(ORDERS.replace("        first\n          second\n", "        x\n        y\n"));
        assertThat(set(ORDERS, Place.of("auth", "body"), "x"))
                .isEqualTo(ORDERS.replace("|  # a query\n        first\n          second\n", "x  # a query\n"));
        assertThat(set(ORDERS, Place.of("load", "url"), "x\ny")).contains("{url: \"x\\ny\"}}");
    }

    @Test
    void set_inMapping_changesItsEntry() throws Exception {
        assertThat(set(ORDERS, Place.of("auth", "retry", "delay"), "9s"))
                .isEqualTo(ORDERS.replace("delay: 5s", "delay: 9s"));
        assertThat(set(ORDERS, Place.of("auth", "retry", "more"), "a, b"))
                .isEqualTo(ORDERS.replace("delay: 5s", "delay: 5s, more: \"a, b\""));
        assertThat(set(ORDERS, Place.of("auth", "headers", "X-1"), "q"))
                .isEqualTo(ORDERS.replace("Accept: text/csv\n", "Accept: text/csv\n        X-1: q\n"));
    }

    @Test
    void set_ofNewParameter_standsBehindTheOthers() throws Exception {
        assertThat(set(ORDERS, Place.of("auth", "grant"), "password"))
                .isEqualTo(ORDERS.replace("          second\n", "          second\n      grant: password\n"));
        assertThat(set(ORDERS, Place.of("load", "headers", "Accept"), "x"))
                .isEqualTo(ORDERS.replace("{url: x}", "{url: x, headers: {Accept: x}}"));
        assertThat(set(ORDERS, Place.of("file", "file"), "a.json"))
                .isEqualTo(ORDERS + "    parameters:\n      file: a.json\n");
        assertThat(set(ORDERS.strip(), Place.of("file", "file"), "a.json"))
                .isEqualTo(ORDERS.strip() + "\n    parameters:\n      file: a.json");
    }

    @Test
    void set_whereParametersAreEmpty_fillsThem() throws Exception {
        String text = """
                tasks:
                   a:
                      parameters:  # none
                      # yet
                   b: {parameters: }
                   c: {parameters: {}}
                   d:
                      parameters: ~ # none
                """;

        assertThat(set(text, Place.of("a", "x"), "q"))
                .isEqualTo(text.replace("# none\n      # yet", "# none\n         x: q\n      # yet"));
        assertThat(set(text, Place.of("b", "x"), "q"))
                .isEqualTo(text.replace("b: {parameters: }", "b: {parameters: {x: q} }"));
        assertThat(set(text, Place.of("c", "x"), "q")).isEqualTo(text.replace("{}", "{x: q}"));
        assertThat(set(text, Place.of("d", "x"), "q"))
                .isEqualTo(text.replace("~ # none\n", " # none\n         x: q\n"));
    }

    @Test
    void remove_takesTheLinesOfTheParameter() throws Exception {
        assertThat(TextEdit.remove(ORDERS, Place.of("auth", "client_id")))
                .isEqualTo(ORDERS.replace("      client_id: old   # as registered\n", ""));
        assertThat(TextEdit.remove(ORDERS, Place.of("auth", "body")))
                .isEqualTo(ORDERS.replace("      body: |  # a query\n        first\n          second\n", ""));
        assertThat(TextEdit.remove(ORDERS, Place.of("auth", "headers", "Accept")))
                .isEqualTo(ORDERS.replace("        Accept: text/csv\n", ""));
        assertThat(TextEdit.remove(ORDERS, Place.of("auth", "retry", "attempts")))
                .isEqualTo(ORDERS.replace("attempts: 3, ", ""));
        assertThat(TextEdit.remove(ORDERS, Place.of("auth", "retry", "delay")))
                .isEqualTo(ORDERS.replace(", delay: 5s", ""));
        assertThat(TextEdit.remove(ORDERS, Place.of("load", "url"))).isEqualTo(ORDERS.replace("{url: x}", "{}"));
        assertThat(TextEdit.remove(ORDERS, Place.of("auth", "absent"))).isEqualTo(ORDERS);
    }

    @Test
    void set_keepsMarkAndLineEnds() throws Exception {
        String text = "\uFEFF" + ORDERS.replace("\n", "\r\n").replace("Orders", "Orders 😀");

        assertThat(set(text, Place.of("auth", "client_id"), "one\ntwo"))
                .isEqualTo(text.replace(
                        "old   # as registered\r\n", "|-   # as registered\r\n        one\r\n        two\r\n"));
        assertThat(TextEdit.remove(text, Place.of("auth", "client_id")))
                .isEqualTo(text.replace("      client_id: old   # as registered\r\n", ""));
    }

    @Test
    void set_ofWhatAliasesShare_isRefused() throws Exception {
        String text = """
                tasks:
                  a:
                    parameters: &all
                      url: &url x
                      id: y
                  b:
                    parameters: *all
                  c:
                    parameters:
                      url: *url
                      other: z
                """;

        String rest = "; change it in the file itself";
        assertThat(refusal(text, Place.of("a", "id")))
                .isEqualTo("'id' of task 'a' is shared with other places by '&all'" + rest);
        assertThat(refusal(text, Place.of("b", "id")))
                .isEqualTo("'id' of task 'b' is shared with other places by '&all'" + rest);
        assertThat(refusal(text, Place.of("c", "url")))
                .isEqualTo("'url' of task 'c' is shared with other places by '&url'" + rest);
        assertThat(set(text, Place.of("c", "other"), "q")).isEqualTo(text.replace("z", "q"));
    }

    @Test
    void set_whereItCannotBeDoneWell_isRefused() {
        assertThat(refusal(ORDERS, Place.of("auth", "headers")))
                .isEqualTo("'headers' of task 'auth' is written as a mapping or a list; change it in the file itself");
        assertThat(refusal(ORDERS, Place.of("auth", "client_id", "x")))
                .isEqualTo("'client_id-x' of task 'auth' stands below a key whose value is no mapping;"
                        + " change it in the file itself");
        assertThat(refusal(ORDERS, Place.of("nobody", "x"))).isEqualTo("there is no task 'nobody' in the file");
        assertThat(refusal("a: [", Place.of("a", "x")))
                .isEqualTo("the text is not YAML in line 1; mend it there first");
        assertThat(refusal("", Place.of("a", "x")))
                .isEqualTo("the file is empty; begin with 'workflow: NAME' and 'tasks:'");
        assertThat(refusal("tasks: {a: {parameters: {x: 1}}}\n---\nb: 1", Place.of("a", "x")))
                .isEqualTo("the text has a second document; a workflow file holds one workflow");
        assertThat(refusal("tasks:\n  a:\n    parameters:\n      x: 1\n      x: 2\n", Place.of("a", "x")))
                .isEqualTo("'x' stands in the file twice; remove one there");
        assertThat(refusal("tasks:\n  a:\n    parameters:\n      y: |+\n        1\n\n  b: {}\n", Place.of("a", "x")))
                .isEqualTo("'x' of task 'a' is written in a way that cannot be changed safely;"
                        + " change it in the file itself");
    }

    private static String set(String text, Place place, String value) throws EditException {
        return TextEdit.set(text, place, value, JsonType.STRING);
    }

    private static String refusal(String text, Place place) {
        EditException refusal = assertThatExceptionOfType(EditException.class)
                .isThrownBy(() -> set(text, place, "value"))
                .actual();
        return String.valueOf(refusal.getMessage());
    }
}
