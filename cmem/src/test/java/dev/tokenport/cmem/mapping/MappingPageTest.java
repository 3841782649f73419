package dev.tokenport.cmem.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tables in {@code docs/cmem.md} say what the code does. On a difference, take over what the message shows. */
final class MappingPageTest {

    private static final Path PAGE = Path.of("..", "docs", "cmem.md");

    @Test
    void page_itsTables_areThoseOfTheCode() throws IOException {
        String page = Files.readString(PAGE);
        String tables = page.substring(
                page.indexOf("MappingPageTest -->\n") + "MappingPageTest -->\n".length(),
                page.indexOf("<!-- types:end -->"));

        assertThat(tables).isEqualTo(tables());
    }

    private static String tables() {
        var text = new StringBuilder();
        for (TaskKind kind : Kinds.ALL) {
            text.append("\n`")
                    .append(String.join("`, `", kind.types()))
                    .append("` → `")
                    .append(kind.operator())
                    .append("`\n\n| parameter | becomes |\n| --- | --- |\n");
            for (Rule rule : kind.rules()) {
                text.append("| `")
                        .append(rule.id())
                        .append("` | ")
                        .append(rule.told())
                        .append(" |\n");
            }
        }
        return text.append('\n').toString();
    }
}
