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

    private static final String LITERAL = "AAAAAAAABBBBBBBBAAAAAAAABBBBBBBBAAAAAAAABBBBBBBBCC_-";

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
                "${X}|0|a ${…} without a prefix such as env:",
                "${}|0|a ${…} without a prefix such as env:",
                "${:X}|0|a ${…} without a prefix such as env:",
                "${my secret:X}|0|a ${…} without a prefix such as env:",
                "${env:}|0|the name is missing after env:",
                "${file: }|0|the name is missing after file:",
                "${process: }|0|the name is missing after process:",
                "${process:'' x}|0|the command after process: begins with an empty word",
                "x ${process:pass 'show}|2|of the command after process: a quote is not closed",
                "${process:pass \"show}|0|of the command after process: a quote is not closed",
                "${process:pass \\}|0|the closing brace of a ${…} is missing",
                "${process:pass|0|the closing brace of a ${…} is missing",
                "${process:echo '${env:X}'}|0|a ${…} stands inside another, or its closing brace is missing",
                "${encrypted:abc}|0|what follows encrypted: is not what 'tokenport encrypt' prints",
                "${encrypted:}|0|the name is missing after encrypted:",
                "a${env:X|1|the closing brace of a ${…} is missing",
                "${env:X ${env:Y}|0|a ${…} stands inside another, or its closing brace is missing",
                "${env:OK}${|9|the closing brace of a ${…} is missing"
            })
    void text_withFaultyReference_isRefusedWithItsOffset(String text, int offset, String fault) {
        var exception = catchThrowableOfType(ReferenceSyntaxException.class, () -> ReferencingText.parse(text));

        assertThat(exception)
                .hasMessage(fault + "; write ${env:NAME}, ${file:PATH}, ${process:COMMAND} or ${encrypted:LITERAL},"
                        + " or $${ for a literal ${");
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

    @Test
    void command_givenAsWords_isAReferenceToThem() {
        Reference reference = Reference.process(List.of("pass", "it's }"));

        assertThat(reference).isEqualTo(new Reference(Kind.PROCESS, "'pass' 'it'\\''s }'"));
        assertThat(reference.command()).containsExactly("pass", "it's }");
    }

    @Test
    void command_withQuotedBrace_endsAtTheNextOne() {
        var text = ReferencingText.parse("<${process:jq -r '{a}' \"}\" \\} x}>");

        assertThat(text.parts())
                .containsExactly(
                        new Part.Literal("<"),
                        new Part.Referenced(new Reference(Kind.PROCESS, "jq -r '{a}' \"}\" \\} x")),
                        new Part.Literal(">"));
    }

    @ParameterizedTest
    @CsvSource({"env:X,false", "file:x,false", "process:pass show x,true", "encrypted:" + LITERAL + ",true"})
    void text_ofEachKind_isConfidentialIfItWasKeptOutOfTheFile(String reference, boolean confidential) {
        assertThat(ReferencingText.parse("a ${" + reference + "}").confidential())
                .isEqualTo(confidential);
    }

    @ParameterizedTest
    @CsvSource({
        "process:pass,process:pass",
        "process:'my pass' --token=hunter2,process:my pass …",
        "encrypted:" + LITERAL + ",encrypted:…BBBBCC_-"
    })
    void reference_shown_tellsNoArgumentAndNoWholeLiteral(String reference, String shown) {
        assertThat(Reference.parse(reference)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "process: ,the name is missing after process:",
        "process:hunter2 \"x,of the command after process: a quote is not closed",
        "process:hunter2 \\,of the command after process: a backslash stands at its end",
        "encrypted:hunter2,what follows encrypted: is not what 'tokenport encrypt' prints",
        "env: ,the name is missing after env:"
    })
    void reference_faulty_isRefusedWithoutRepeatingIt(String text, String fault) {
        var exception = catchThrowableOfType(IllegalArgumentException.class, () -> Reference.parse(text));

        assertThat(exception).hasMessage(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "ENV:X", "vault:x", "env", ""})
    void reference_inTheClear_isRefusedWithoutRepeatingIt(String text) {
        var exception = catchThrowableOfType(IllegalArgumentException.class, () -> Reference.parse(text));

        assertThat(exception)
                .hasMessage("a secret is given as env:NAME, file:PATH, process:COMMAND or encrypted:LITERAL");
    }

    @Test
    void literal_textThatLooksLikeAReference_standsForItself() {
        assertThat(ReferencingText.literal("a ${env:B}").literal()).contains("a ${env:B}");
        assertThat(ReferencingText.literal("").parts()).isEmpty();
        assertThat(ReferencingText.parse("a $${b}").literal()).contains("a ${b}");
        assertThat(ReferencingText.parse("a ${env:B}").literal()).isEmpty();
    }
}
