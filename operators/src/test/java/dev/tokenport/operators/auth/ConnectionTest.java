package dev.tokenport.operators.auth;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.secret.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConnectionTest {

    @Test
    void proxy_thatIsNone_isNamed() {
        assertThatThrownBy(() -> new Connection("", "socks5://proxy:1080", "", Optional.empty(), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("oauth_proxy 'socks5://proxy:1080' is not the URL of an http proxy, such as"
                        + " http://proxy.example.org:3128");
    }

    @Test
    void proxyUser_withoutProxy_isNamed() {
        assertThatThrownBy(() -> new Connection("", "none", "user", Optional.empty(), false))
                .hasMessage("oauth_proxy_user is given without oauth_proxy");
    }

    @Test
    void proxyPassword_withoutUser_isNamed() {
        assertThatThrownBy(() -> new Connection("", "http://proxy", "", Optional.of(Secret.of("word")), false))
                .hasMessage("oauth_proxy_password is given without oauth_proxy_user");
    }
}
