package dev.tokenport.graphql;

import dev.tokenport.http.Exchange;
import dev.tokenport.http.Request;
import dev.tokenport.http.Response;
import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Redactor;
import dev.tokenport.service.Answered;
import dev.tokenport.service.Call;
import dev.tokenport.service.Caller;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.PerEntity;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What a GraphQL query does for an entity. Thread-safe. */
final class Asking implements PerEntity.Work {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAUTHORIZED = 401;

    private final RequestPlan plan;
    private final Caller caller;
    private final Redactor redactor;
    private final ReportedErrors reported;
    private final Function<Operation, AnswerData> data;

    Asking(
            RequestPlan plan,
            Caller caller,
            Redactor redactor,
            ReportedErrors reported,
            Function<Operation, AnswerData> data) {
        this.plan = plan;
        this.caller = caller;
        this.redactor = redactor;
        this.reported = reported;
        this.data = data;
    }

    /** What fails is told when its turn to be read has come, so that answers and entities can be counted side by side. */
    @Override
    public Entities answers(Optional<Entity> entity) throws OperatorException, InterruptedException {
        try {
            var asked = new Asked(plan.planned(entity.orElse(null)));
            Answered answered = caller.ask(asked);
            return new GraphQLAnswer(answered, caller, redactor, reported, data.apply(asked.planned.operation()));
        } catch (EntityException e) {
            return new NoAnswer(e, reported);
        }
    }

    /** One request. */
    private record Asked(RequestPlan.Planned planned) implements Call {

        @Override
        public Request request() {
            return planned.request();
        }

        @Override
        public boolean repeatable() {
            return planned.operation().repeatable();
        }

        /** An answer that says it is one of GraphQL is read as such, unless it asks for another token or for patience. */
        @Override
        public boolean accepts(Response response) {
            int status = response.status();
            if (status >= 200 && status < 300) {
                return true;
            }
            boolean again = repeatable() ? Exchange.worthRetrying(status) : status == TOO_MANY_REQUESTS;
            boolean challenge = status == UNAUTHORIZED
                    && response.headers().first("WWW-Authenticate").isPresent();
            return status >= 400 && !again && !challenge && isGraphQL(response);
        }

        private static boolean isGraphQL(Response response) {
            String type = response.headers().first("Content-Type").orElse("");
            return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(RequestPlan.GRAPHQL);
        }
    }
}
