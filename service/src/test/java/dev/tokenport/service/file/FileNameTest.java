package dev.tokenport.service.file;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class FileNameTest {

    @Test
    void check_nameOfAFile_isFine() {
        assertThatCode(() -> FileName.check("file", "größer/a b.json")).doesNotThrowAnyException();
    }

    @Test
    void check_rootOrNoPath_isAFaultThatBeginsWithTheParameter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FileName.check("file", "/"))
                .withMessage("file '/' names no file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FileName.check("graphql_dataset", "a\0b"))
                .withMessageStartingWith("graphql_dataset 'a\0b' is not a path: ");
    }
}
