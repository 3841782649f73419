package dev.tokenport.temporal;

import java.nio.file.Path;

/** Workers of several versions on Temporal's test server. */
final class WorkerVersionsTest extends WorkerVersions {

    @Override
    TestTemporal server(Path folder) {
        return TestTemporal.start();
    }
}
