package dev.tokenport.web;

import dev.tokenport.web.session.RandomToken;
import dev.tokenport.web.session.Sessions;
import dev.tokenport.web.site.Topic;
import dev.tokenport.workflow.serve.PageServer.Serving;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import io.javalin.util.JavalinLogger;
import java.io.IOException;
import java.util.List;

/** A server that listens on the loopback address. Thread-safe. */
final class Listening implements Serving {

    private static final String LOOPBACK = "127.0.0.1";

    private final Javalin javalin;
    private final List<Topic> topics;
    private final Sessions sessions;
    private final RandomToken start;

    private Listening(Javalin javalin, List<Topic> topics, Sessions sessions, RandomToken start) {
        this.javalin = javalin;
        this.topics = topics;
        this.sessions = sessions;
        this.start = start;
    }

    static Serving start(int port, List<Topic> topics, Sessions sessions, RandomToken start) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The server's libraries ask the thread for their classes, which the command has not.
        thread.setContextClassLoader(Listening.class.getClassLoader());
        try {
            // What it would say of a start that fails is in what it throws.
            JavalinLogger.enabled = false;
            Javalin javalin = Javalin.create(config -> configure(config, topics));
            return new Listening(javalin.start(LOOPBACK, port), topics, sessions, start);
        } catch (JavalinBindException e) {
            throw new IOException("port " + port + " is taken by another program", e);
        } catch (JavalinException e) {
            throw new IOException("the pages cannot be served: " + e.getMessage(), e);
        } finally {
            JavalinLogger.enabled = true;
            thread.setContextClassLoader(before);
        }
    }

    private static void configure(JavalinConfig config, List<Topic> topics) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.maxRequestSize = Limits.REQUEST;
        config.jetty.modifyHttpConfiguration(Limits::set);
        config.jetty.modifyServer(Limits::set);
        config.jetty.threadPool = Limits.threads();
        topics.forEach(topic -> topic.register(config.routes));
    }

    @Override
    public int port() {
        return javalin.port();
    }

    @Override
    public String address() {
        return "http://" + LOOPBACK + ":" + port() + "/?start=" + start.reveal();
    }

    @Override
    public void close() {
        sessions.endAll();
        javalin.stop();
        topics.forEach(Topic::close);
    }
}
