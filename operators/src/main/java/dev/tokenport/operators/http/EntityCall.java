package dev.tokenport.operators.http;

import dev.tokenport.http.Request;
import dev.tokenport.http.Response;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operators.http.file.Download;
import dev.tokenport.service.Call;
import dev.tokenport.service.HeldAnswer;
import dev.tokenport.service.Token;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request for an entity. For one thread. */
final class EntityCall implements Call {

    private static final int CONFLICT = 409;

    private final HttpRequestParameters parameters;
    private final RequestPlan plan;
    private final Subject subject;
    private final URI home;
    private final URI target;
    private final @Nullable Download download;
    private final Map<ConfidentialTemplate, Token.Sent> read = new LinkedHashMap<>();

    /**
     * A request.
     *
     * @param subject what it is for
     * @param home whom its secrets are for
     * @param target where it goes
     * @param download where its answer goes; null to read it
     */
    EntityCall(
            HttpRequestParameters parameters,
            RequestPlan plan,
            Subject subject,
            URI home,
            URI target,
            @Nullable Download download) {
        this.parameters = parameters;
        this.plan = plan;
        this.subject = subject;
        this.home = home;
        this.target = target;
        this.download = download;
    }

    @Override
    public Request request() throws OperatorException, InterruptedException {
        read.clear();
        return plan.request(target, subject, read);
    }

    @Override
    public URI home(Request request) {
        return home;
    }

    @Override
    public boolean repeatable() {
        return subject.key().isPresent() || parameters.method().repeatable();
    }

    /** A service answers so while it processes what has come with the same key. */
    @Override
    public boolean isUnderWay(Response response) {
        return subject.key().isPresent() && response.status() == CONFLICT;
    }

    @Override
    public int redirects() {
        return parameters.redirects();
    }

    @Override
    public HeldAnswer hold(Response response) throws IOException, OperatorException {
        if (download == null) {
            return HeldAnswer.of(response);
        }
        download.take(response);
        return new HeldAnswer(new Response(response.status(), response.headers(), InputStream.nullInputStream()), true);
    }

    @Override
    public boolean renewed() throws OperatorException, InterruptedException {
        boolean any = false;
        for (Map.Entry<ConfidentialTemplate, Token.Sent> used : read.entrySet()) {
            any |= used.getKey().renewed(used.getValue());
        }
        return any;
    }
}
