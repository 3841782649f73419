package dev.tokenport.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Inputs made of others by a few blind changes. The same seed gives the same inputs: what it finds, it finds in every
 * build. For one thread.
 */
final class Mutations {

    private static final int LARGEST = 32 << 10;
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            "\\",
            "\\u0000",
            "\\uD800",
            "<",
            ">",
            "&",
            "%",
            "%00",
            "%2e",
            "..",
            "/",
            "://",
            "\u0000",
            "\u001b[2J",
            "\r\n",
            "\n",
            "\t",
            "\u0085",
            "\u2028",
            "\u202e",
            "\ufeff",
            "\ud83d\ude00",
            "null",
            "true",
            "-1",
            "1e999999",
            "99999999999999999999",
            "0.1",
            ",",
            ";",
            ":",
            "=",
            "#",
            "?",
            "@0",
            "@3",
            "@7",
            "*",
            "~",
            "{{",
            "}}",
            "{%",
            "%}",
            "$",
            "${",
            "Ünïcode");

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** An input made of one or two others. */
    byte[] of(List<byte[]> inputs) {
        byte[] mutated = pick(inputs);
        for (int i = random.nextInt(4); i >= 0; i--) {
            mutated = changed(mutated, inputs);
        }
        return mutated.length > LARGEST ? Arrays.copyOf(mutated, LARGEST) : mutated;
    }

    private byte[] changed(byte[] input, List<byte[]> inputs) {
        int from = random.nextInt(input.length + 1);
        int to = from + random.nextInt(Math.min(32, input.length - from) + 1);
        return switch (random.nextInt(7)) {
            case 0 -> spliced(input, from, to, new byte[0]);
            case 1 -> spliced(input, from, from, piece());
            case 2 -> spliced(input, from, to, piece());
            case 3 -> spliced(input, from, from, octet());
            case 4 -> spliced(input, from, Math.min(input.length, from + 1), octet());
            case 5 -> spliced(input, from, to, repeated(Arrays.copyOfRange(input, from, to)));
            default -> crossed(input, from, pick(inputs));
        };
    }

    /** Now and then very often: nesting, long lines and long numbers are where readers break. */
    private byte[] repeated(byte[] piece) {
        int times = random.nextInt(20) == 0 ? LARGEST / Math.max(1, piece.length) : 2 + random.nextInt(30);
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }

    private byte[] crossed(byte[] input, int at, byte[] other) {
        int from = random.nextInt(other.length + 1);
        return spliced(input, at, input.length, Arrays.copyOfRange(other, from, other.length));
    }

    private byte[] pick(List<byte[]> inputs) {
        return inputs.get(random.nextInt(inputs.size()));
    }

    private byte[] piece() {
        return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] octet() {
        return new byte[] {(byte) random.nextInt(256)};
    }

    private static byte[] spliced(byte[] input, int from, int to, byte[] between) {
        var out = new ByteArrayOutputStream();
        out.write(input, 0, from);
        out.writeBytes(between);
        out.write(input, to, input.length - to);
        return out.toByteArray();
    }
}
