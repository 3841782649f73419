package dev.tokenport.operators.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.OperatorPage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ContractPageTest {

    @Test
    void page_upToTheSixthParameter_equalsTheContractByteForByte() throws Exception {
        String page = OperatorPage.of(new OAuth2Authentication());

        String contract;
        try (InputStream stream = Objects.requireNonNull(getClass().getResourceAsStream("contract-page.md"))) {
            contract = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(page.substring(0, page.indexOf("## Advanced Parameter"))).isEqualTo(contract);
        assertThat(page.substring(page.indexOf("## Advanced Parameter")))
                .startsWith("""
                        ## Advanced Parameter

                        ### Scope

                        The scopes to ask for, separated by white space. Empty: what the server gives by default.

                        - Datatype: `string`
                        - Default Value: `None`



                        ### Audience
                        """)
                .endsWith("- Datatype: `boolean`\n- Default Value: `false`\n\n\n\n");
    }
}
