package dev.tokenport.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.secret.Reference.Kind;
import dev.tokenport.secret.ReferencingText.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReferencingTextTest {

    private static final SecretStore STORE =
            new SecretStore(Environment.of(Map.of("USER", "ada", "EMPTY", "")), Path.of("."));

    @Test
    void text_withReferences_isTakenApart() {
        var text = ReferencingText.parse("Bearer ${env:TOKEN}-${file:a b/token.txt}!");

        assertThat(text.parts())
                .containsExactly(
                        new Part.Literal("Bearer "),
                        new Part.Referenced(new Reference(Kind.ENV, "TOKEN")),
                        new Part.Literal("-"),
                        new Part.Referenced(new Reference(Kind.FILE, "a b/token.txt")),
                        new Part.Literal("!"));
        assertThat(text.hasReferences()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'',''",
        "plain,plain",
        "$${env:X},${env:X}",
        "a$${,a${",
        "$$,$$",
        "$$x,$$x",
        "$$$x,$$$x",
        "$$${env:X},$${env:X}",
        "cost $5 {x} },cost $5 {x} }",
        "' blank ',' blank '"
    })
    void text_withoutReferences_standsForItself(String text, String meant) {
        var parsed = ReferencingText.parse(text);

        assertThat(parsed.hasReferences()).isFalse();
        assertThat(parsed.resolve(STORE).reveal()).isEqualTo(meant);
        assertThat(parsed.resolve(STORE).origin()).isEqualTo("literal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ab ${evn:X}|3|unknown prefix 'evn:' in a ${…}",
                "${X}|0|a ${…} without the prefix env: or file:",
                "${}|0|a ${…} without the prefix env: or file:",
                "${my secret:X}|0|a ${…} without the prefix env: or file:",
                "${env:}|0|the name is missing after ${env:",
                "${file: }|0|the name is missing after ${file:",
                "a${env:X|1|the closing brace of a ${…} is missing",
                "${env:X ${env:Y}|0|a ${…} stands inside another, or its closing brace is missing",
                "${env:OK}${|9|the closing brace of a ${…} is missing"
            })
    void text_withFaultyReference_isRefusedWithItsOffset(String text, int offset, String fault) {
        var exception = catchThrowableOfType(ReferenceSyntaxException.class, () -> ReferencingText.parse(text));

        assertThat(exception).hasMessage(fault + "; write ${env:NAME} or ${file:PATH}, or $${ for a literal ${");
        assertThat(exception.offset()).isEqualTo(offset);
    }

    @Test
    void references_areReadAtEachReveal() {
        var values = new ArrayList<>(List.of("first", "second"));
        var store = new SecretStore(name -> Optional.of(values.remove(0)), Path.of("."));

        Secret secret = ReferencingText.parse("<${env:ROTATED}>").resolve(store);

        assertThat(List.of(secret.reveal(), secret.reveal())).containsExactly("<first>", "<second>");
    }

    @Test
    void resolvedText_origin_listsItsReferences() {
        Secret secret =
                ReferencingText.parse("${env:USER}:${file:pw.txt}@${env:USER}").resolve(STORE);

        assertThat(secret.origin()).isEqualTo("env:USER, file:pw.txt");
        assertThat(secret).hasToString("***");
    }

    @Test
    void text_printed_showsReferencesOnly() {
        assertThat(ReferencingText.parse("hunter2 ${env:USER}")).hasToString("***${env:USER}");
        assertThat(ReferencingText.parse("hunter2").parts()).hasToString("[***]");
    }

    @Test
    void reference_givenByItself_isRead() {
        assertThat(Reference.parse("env:X"))
                .isEqualTo(new Reference(Kind.ENV, "X"))
                .hasToString("env:X");
        assertThat(Reference.parse("file:C:/x")).isEqualTo(new Reference(Kind.FILE, "C:/x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "env:", "file:", "env: ", "ENV:X", "vault:x", ""})
    void reference_inTheClear_isRefusedWithoutRepeatingIt(String text) {
        var exception = catchThrowableOfType(IllegalArgumentException.class, () -> Reference.parse(text));

        assertThat(exception).hasMessage("a secret is given as env:NAME or file:PATH");
    }
}
