package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Canary;
import dev.tokenport.fuzz.Messages;
import java.util.List;

/** The file with kept logins: logins that are written as they were read, or a fault that quotes nothing. */
final class LoginJsonFuzzTest {

    @FuzzTest
    void logins(byte[] input) throws Exception {
        String text = Canary.placed(input);

        Bounds.within(input, () -> {
            try {
                List<KeptLogin> logins = LoginJson.read(text);

                String written = LoginJson.of(logins);
                List<KeptLogin> again = LoginJson.read(written);
                assertThat(LoginJson.of(again)).isEqualTo(written);
                assertThat(again).hasSameSizeAs(logins);
                for (int i = 0; i < logins.size(); i++) {
                    check(logins.get(i), again.get(i));
                }
            } catch (IllegalArgumentException e) {
                Messages.safe(e);
            }
        });
    }

    private static void check(KeptLogin one, KeptLogin other) {
        assertThat(other.server()).isEqualTo(one.server());
        assertThat(other.clientId()).isEqualTo(one.clientId());
        assertThat(other.scope()).isEqualTo(one.scope());
        assertThat(other.tokenType()).isEqualTo(one.tokenType());
        assertThat(other.expiresAt()).isEqualTo(one.expiresAt());
        assertThat(other.accessToken().reveal()).isEqualTo(one.accessToken().reveal());
        assertThat(other.refreshToken().isPresent())
                .isEqualTo(one.refreshToken().isPresent());
        Messages.fitForPlace(one.toString());
    }
}
