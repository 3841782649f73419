package dev.tokenport.temporal;

import dev.tokenport.operator.Entity;
import dev.tokenport.secret.Secret;
import dev.tokenport.temporal.message.Renewal;
import dev.tokenport.temporal.message.RenewalCall;
import dev.tokenport.temporal.message.RenewalReply;
import dev.tokenport.temporal.message.SentEntity;
import dev.tokenport.temporal.message.SentProgress;
import dev.tokenport.temporal.message.SentSettings;
import dev.tokenport.workflow.semantics.Succession;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowLock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The renewals of a run: for each secret one successor, however many tasks ask for it. Deterministic. */
final class RunRenewals {

    private final Outputs outputs;
    private final Leftovers leftovers;
    private final Map<String, WorkflowLock> locks = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /** The renewals of a run that has come so far; none of them is under way where it goes on. */
    RunRenewals(Outputs outputs, Leftovers leftovers, Optional<SentProgress> reached) {
        this.outputs = outputs;
        this.leftovers = leftovers;
        reached.ifPresent(progress -> counts.putAll(progress.renewals()));
    }

    /** How many renewals each task made, by its id. */
    Map<String, Integer> counts() {
        return counts;
    }

    /** What a task gives in the place of a secret. */
    SentSettings renew(Renewal renewal) {
        String source = renewal.source();
        WorkflowLock lock = locks.computeIfAbsent(source, key -> Workflow.newWorkflowLock());
        lock.lock();
        try {
            SentSettings before = outputs.given(source);
            SentEntity entity = before.entity();
            if (entity == null || isReplaced(before, renewal)) {
                return before;
            }
            RenewalReply reply = Activities.renew(new RenewalCall(outputs.call(source), entity, renewal));
            leftovers.add(source, reply.leftAt());
            outputs.give(source, reply.given());
            Optional<Entity> now = reply.given().first();
            if (now.isPresent() && Succession.isRenewed(entity.entity(), now.get())) {
                counts.merge(source, 1, Integer::sum);
            }
            return reply.given();
        } finally {
            lock.unlock();
        }
    }

    /** Whether somebody else has had it replaced in the meantime. */
    private static boolean isReplaced(SentSettings before, Renewal renewal) {
        Secret asked = Secret.of(renewal.secret());
        boolean held =
                before.first().filter(entity -> Succession.holds(entity, asked)).isPresent();
        Instant until = before.goodUntil();
        Instant now = Instant.ofEpochMilli(Workflow.currentTimeMillis());
        boolean good = until == null || now.isBefore(until);
        return !held || (renewal.reason() == Renewal.Reason.EXPIRING && good);
    }
}
