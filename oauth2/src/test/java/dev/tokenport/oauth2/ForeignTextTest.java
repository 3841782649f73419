package dev.tokenport.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.secret.Redactor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class ForeignTextTest {

    private static final String JWT = "eyJhbGciOiJub25lIn0.eyJleHAiOjE4MDAwMDAwMDB9.c2ln";

    private final ForeignText foreign = new ForeignText(new Redactor());

    @Test
    void line_withAJwt_hidesIt() {
        assertThat(foreign.line("token=" + JWT + " \\u0022" + JWT + "x: " + JWT, 200))
                .isEqualTo("token=*** \\u0022***: ***");
    }

    /** An answer may have a mebibyte of what looks like the beginning of a JWT. */
    @Test
    @Timeout(30)
    void line_ofTheLargestBodyOfBeginnings_isMadeInTime() {
        assertThat(foreign.line("eyJ".repeat(340_000), 10)).isEqualTo("eyJeyJeyJ…");
    }
}
