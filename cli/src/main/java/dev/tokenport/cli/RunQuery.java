package dev.tokenport.cli;

import dev.tokenport.workflow.engine.EngineException;
import dev.tokenport.workflow.engine.RemoteRuns;

/** Which run of an engine is asked about, and how. For one thread. */
final class RunQuery implements Arguments.Group {

    /** A question. */
    @FunctionalInterface
    interface Question<T> {
        T ask(RemoteRuns runs) throws EngineException, InterruptedException;
    }

    private final Arguments arguments = new Arguments();

    private final Given<String> id =
            arguments.argument("ID", "The id of the run, as 'tokenport run --engine' says it.");

    private final EngineOptions engine = arguments.with(new EngineOptions());

    private final SecretOptions secrets = arguments.with(new SecretOptions());

    @Override
    public Arguments arguments() {
        return arguments;
    }

    String id() {
        return id.value();
    }

    <T> T ask(Session session, Question<T> question) throws InterruptedException {
        World world = session.world();
        engine.readHere();
        secrets.read(engine);
        try (RemoteRuns runs = engine.load(world).connect(engine.address(session, secrets), world.time())) {
            return question.ask(runs);
        } catch (EngineException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }
}
