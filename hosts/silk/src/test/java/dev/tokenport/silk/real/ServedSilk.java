package dev.tokenport.silk.real;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens in a real Silk that uses a protected service. */
@Timeout(120)
abstract class ServedSilk {

    @TempDir
    private Path folder;

    private ProtectedService service;

    @BeforeEach
    final void start() {
        SilkLibrary.assumeThere();
        service = new ProtectedService();
    }

    @AfterEach
    final void stop() {
        if (service != null) {
            service.close();
        }
    }

    /** Of this Silk alone. */
    final Path folder() {
        return folder;
    }

    final ProtectedService service() {
        return service;
    }
}
