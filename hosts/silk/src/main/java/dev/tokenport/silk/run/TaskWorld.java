package dev.tokenport.silk.run;

import java.util.concurrent.Executor;

/**
 * What the world of a task is made of.
 *
 * @param task the task's id
 * @param logger the name of its operator's logger
 * @param server the Silk
 * @param configured what is set
 * @param run what the tasks of its run share
 * @param files the files of its project
 * @param report what Silk shows of it
 * @param progress where people see what it is doing
 * @param cancelling whether it is cancelled
 * @param threads for what it does side by side
 */
record TaskWorld(
        String task,
        String logger,
        Server server,
        Server.Configured configured,
        WorkflowRun run,
        ProjectFiles files,
        SilkReport report,
        SilkProgress progress,
        Cancelling cancelling,
        Executor threads) {}
