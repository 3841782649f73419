package dev.tokenport.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkdownTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script>alert(1)</script>|<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
                "a <b onclick=x>b</b>|<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>",
                "[a](javascript:alert(1))|<p>a</p>",
                "[a](JavaScript:alert(1))|<p>a</p>",
                "[a](data:text/html,x)|<p>a</p>",
                "[a](/session/end)|<p>a</p>",
                "[a](//attacker.example)|<p>a</p>",
                "[*a* b](other.md)|<p><em>a</em> b</p>",
                "![text](https://attacker.example/x.png)|<p>text</p>",
                "[![a](https://x.example/b.png)](javascript:c)|<p>a</p>",
                "<javascript:alert(1)>|<p>javascript:alert(1)</p>",
                "[a](#b)|<p><a rel=\"nofollow\" href=\"#b\">a</a></p>",
                "[a](https://x.example/?a=1&b=2)"
                        + "|<p><a rel=\"noopener noreferrer\" href=\"https://x.example/?a=1&amp;b=2\">a</a></p>"
            })
    void html_ofWhatAPluginSays_loadsAndRunsNothing(String markdown, String html) {
        assertThat(html(markdown)).isEqualTo(html + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"# A", "A\n="})
    void html_ofAHeading_staysBelowThatOfThePage(String markdown) {
        assertThat(html(markdown)).isEqualTo("<h2>A</h2>\n");
    }

    @Test
    void html_ofAParametersHeading_canBeLinkedTo() {
        assertThat(html("### Client ID `oauth_client_id`"))
                .isEqualTo("<h3 id=\"parameter-oauth_client_id\">Client ID <code>oauth_client_id</code></h3>\n");
    }

    @Test
    void html_ofATable_isATable() {
        assertThat(html("| a |\n| --- |\n| `b` |\n")).contains("<th>a</th>").contains("<td><code>b</code></td>");
    }

    private static String html(String markdown) {
        var output = new StringOutput();
        Markdown.html(markdown).writeTo(output);
        return output.toString();
    }
}
