package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tokenport.secret.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProcessVariableTest {

    @Test
    void value_thatIsNoList_isOneProgramWithItsBlanks() {
        assertThat(ProcessVariable.parse("/opt/my tools/getpass.sh")).isEqualTo(command("/opt/my tools/getpass.sh"));
        assertThat(ProcessVariable.parse(" it's \"x\" ")).isEqualTo(command("it's \"x\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"getpass.sh\", \"a b\", \"]\"]",
                "['getpass.sh','a b',']']",
                " [ \"getpass.sh\" , 'a b' , \"\\]\" , ] "
            })
    void value_thatIsAList_isAProgramAndItsArguments(String value) {
        assertThat(ProcessVariable.parse(value)).isEqualTo(command("getpass.sh", "a b", "]"));
    }

    @Test
    void escapes_inAList_standForTheCharacterAfterThem() {
        assertThat(ProcessVariable.parse("[\"a\\\"b\\\\\", 'c\\'d']")).isEqualTo(command("a\"b\\", "c'd"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "[]", "[", "[\"a\"", "[\"a", "[\"a\" \"b\"]", "[a]", "[\"a\"] x", "[1]", "[\"\"]", "[,]"
            })
    void value_ofNeitherForm_isRefusedWithoutRepeatingIt(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProcessVariable.parse(value))
                .withMessage("is neither a program nor a list such as [\"program\", \"argument\"]");
    }

    private static Reference command(String... words) {
        return Reference.process(List.of(words));
    }
}
