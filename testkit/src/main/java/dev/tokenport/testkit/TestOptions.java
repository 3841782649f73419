package dev.tokenport.testkit;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.secret.Environment;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the world of a task in a test consists of; no transports stand for real HTTP. Immutable. */
record TestOptions(
        String run,
        String task,
        Path projectFolder,
        TimeSource time,
        Optional<Transports> transports,
        Environment environment,
        TestContext.Renewal renewal,
        TestContext.Currency currency) {

    static TestOptions in(Path projectFolder) {
        return new TestOptions(
                "run",
                "task",
                projectFolder,
                TimeSource.system(),
                Optional.empty(),
                Environment.of(Map.of()),
                (parameter, refused) -> Optional.empty(),
                (parameter, held) -> held);
    }

    TestOptions withRun(String changed) {
        return new TestOptions(changed, task, projectFolder, time, transports, environment, renewal, currency);
    }

    TestOptions withTask(String changed) {
        return new TestOptions(run, changed, projectFolder, time, transports, environment, renewal, currency);
    }

    TestOptions withTime(TimeSource changed) {
        return new TestOptions(run, task, projectFolder, changed, transports, environment, renewal, currency);
    }

    TestOptions withTransports(Transports changed) {
        return new TestOptions(run, task, projectFolder, time, Optional.of(changed), environment, renewal, currency);
    }

    TestOptions withEnvironment(Environment changed) {
        return new TestOptions(run, task, projectFolder, time, transports, changed, renewal, currency);
    }

    TestOptions withRenewal(TestContext.Renewal changed) {
        return new TestOptions(run, task, projectFolder, time, transports, environment, changed, currency);
    }

    TestOptions withCurrency(TestContext.Currency changed) {
        return new TestOptions(run, task, projectFolder, time, transports, environment, renewal, changed);
    }
}
