package dev.tokenport.cli;

import dev.tokenport.workflow.engine.EngineException;
import dev.tokenport.workflow.engine.RemoteRuns;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which run of an engine is asked about, and how. For one thread. */
final class RunQuery {

    /** A question. */
    @FunctionalInterface
    interface Question<T> {
        T ask(RemoteRuns runs) throws EngineException, InterruptedException;
    }

    @Parameters(paramLabel = "ID", description = "The id of the run, as 'tokenport run --engine' says it.")
    private String id = "";

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Mixin
    private SecretOptions secrets = new SecretOptions();

    String id() {
        return id;
    }

    <T> T ask(Session session, Question<T> question) throws InterruptedException {
        World world = session.world();
        try (RemoteRuns runs = engine.load(world).connect(engine.address(session, secrets), world.time())) {
            return question.ask(runs);
        } catch (EngineException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }
}
