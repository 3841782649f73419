package dev.tokenport.s3;

import dev.tokenport.workflow.store.StoreKey;
import java.util.regex.Pattern;

/**
 * Where outputs are: a bucket, and what the keys of all objects begin with. Immutable.
 *
 * @param bucket the bucket
 * @param prefix empty, or ends with a slash
 */
record S3Place(String bucket, String prefix) {

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9_=-][A-Za-z0-9._=-]*/)*");

    /** Checks both. */
    S3Place {
        if (!BUCKET.matcher(bucket).matches()) {
            throw new IllegalArgumentException("'" + bucket + "' cannot be the name of a bucket");
        }
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("'" + prefix
                    + "' cannot be a prefix: names of letters, digits, '-', '_', '=' and '.', with slashes between");
        }
    }

    /** {@code BUCKET} or {@code BUCKET/PREFIX}. */
    static S3Place parse(String text) {
        int slash = text.indexOf('/');
        String bucket = slash < 0 ? text : text.substring(0, slash);
        String prefix = slash < 0 ? "" : text.substring(slash + 1);
        return new S3Place(bucket, prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/");
    }

    /** What the keys of all runs begin with. */
    String runs() {
        return prefix + "runs/";
    }

    /** What the keys of a run begin with. */
    String run(String run) {
        return runs() + StoreKey.require(run) + "/";
    }

    /** The key of an output. */
    String key(StoreKey key) {
        return run(key.run()) + key.path();
    }

    /** What a key, or the beginning of keys, is called in messages. */
    String named(String key) {
        return "s3:" + bucket + (key.isEmpty() ? "" : "/" + key);
    }

    @Override
    public String toString() {
        return "s3:" + bucket + (prefix.isEmpty() ? "" : "/" + prefix.substring(0, prefix.length() - 1));
    }
}
