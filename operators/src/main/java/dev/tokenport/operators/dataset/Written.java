package dev.tokenport.operators.dataset;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.Value;
import dev.tokenport.operators.format.Format;
import dev.tokenport.operators.format.RowFault;
import dev.tokenport.operators.format.RowWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Writes the inputs of a dataset to its file, all or nothing. */
final class Written {

    private final DatasetFile file;
    private final RunContext context;

    Written(DatasetFile file, RunContext context) {
        this.file = file;
        this.context = context;
    }

    /**
     * Writes all inputs in their order, and puts the file into place.
     *
     * @return the format in which the file is read again
     */
    Format from(Inputs inputs, Format format) throws OperatorException, InterruptedException {
        try (FileDraft draft = file.replace(context)) {
            RowWriter writer = format.writer(draft);
            for (Entities stream : inputs.streams()) {
                copy(stream, writer);
            }
            Format written = writer.finish();
            context.cancellation().check();
            draft.commit();
            return written;
        } catch (RowFault e) {
            throw file.fault("cannot be written: " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw file.failure("cannot be written", Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw file.failure("cannot be written", e);
        }
    }

    private void copy(Entities stream, RowWriter writer)
            throws OperatorException, InterruptedException, RowFault, IOException {
        if (stream.schema().isPresent()) {
            writer.expect(stream.schema().get());
        }
        for (Entity entity = stream.next(); entity != null; entity = stream.next()) {
            context.cancellation().check();
            refuseSecrets(entity);
            writer.write(entity);
        }
    }

    private void refuseSecrets(Entity entity) throws OperatorException {
        List<List<Value>> values = entity.values();
        for (int i = 0; i < values.size(); i++) {
            for (Value value : values.get(i)) {
                if (value instanceof Value.SecretValue secret) {
                    throw refusal(entity.schema().paths().get(i).name(), secret);
                }
            }
        }
    }

    private OperatorException refusal(String path, Value.SecretValue secret) {
        String whose = secret.task().isEmpty() ? "" : " of task '" + secret.task() + "'";
        return file.fault("is to receive the path '" + path + "', but a secret value" + whose
                + " is not written to a file; connect it to the config port of the task that needs it");
    }
}
