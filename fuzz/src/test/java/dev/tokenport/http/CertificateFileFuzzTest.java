package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Messages;
import dev.tokenport.fuzz.ScratchFile;

/** A PEM file of certificate authorities: certificates, or a {@link TrustException} that names the file and no content. */
final class CertificateFileFuzzTest {

    private static final ScratchFile FILE = ScratchFile.named("ca.pem");

    @FuzzTest
    void pem(byte[] input) throws Exception {
        FILE.write(input);

        Bounds.within(input, () -> {
            try {
                assertThat(CertificateFile.certificates(FILE.path()))
                        .isNotEmpty()
                        .doesNotContainNull();
            } catch (TrustException e) {
                Messages.fit(e);
                assertThat(e.getMessage()).startsWith("CA file '" + FILE.path() + "': ");
            }
        });
    }
}
