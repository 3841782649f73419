package dev.tokenport.cli;

import dev.tokenport.workflow.engine.Engine;

/** The engines that are installed. */
final class Engines {

    private static final InstalledParts<Engine> PARTS =
            new InstalledParts<>(Engine.class, "engine", "TOKENPORT_ENGINES");

    private Engines() {}

    /** Loads the engine of this name; its class loader is from now on that of the thread, and of those that it starts. */
    static Engine load(World world, Chosen name) {
        Engine engine = PARTS.load(world, name);
        Thread.currentThread().setContextClassLoader(engine.getClass().getClassLoader());
        return engine;
    }
}
