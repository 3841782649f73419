package dev.tokenport.http.key;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The blocks of a PEM text (RFC 7468), in its order; what stands between them is passed over, and so is a first line that
 * has no label. Immutable.
 *
 * @param blocks the blocks
 */
record Pem(List<Block> blocks) {

    static final String CERTIFICATE = "CERTIFICATE";

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    // What stands here is shown; and a broken file has a key where a label should be.
    private static final Pattern LABEL = Pattern.compile("[A-Z0-9][A-Za-z0-9 ./#]{0,49}");

    /**
     * One block. Prints its label only.
     *
     * @param label what it says that it is
     * @param text what stands between its first and last line
     * @param ended whether it has a last line
     */
    record Block(String label, String text, boolean ended) {

        /** Whether it says that it is some private key. */
        boolean isPrivateKey() {
            return label.endsWith("PRIVATE KEY");
        }

        /** Whether it has headers in front of its Base64, as encrypted keys had before PKCS#8 (RFC 1421). */
        boolean hasHeaders() {
            return text.indexOf(':') >= 0;
        }

        /** The octets; empty if the text is not Base64. */
        Optional<byte[]> der() {
            try {
                return Optional.of(Base64.getDecoder().decode(text.replaceAll("\\s", "")));
            } catch (IllegalArgumentException e) {
                // Its message has a character of the content.
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return label;
        }
    }

    static Pem of(String text) {
        var blocks = new ArrayList<Block>();
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int label = begin + BEGIN.length();
            int labelEnd = text.indexOf(DASHES, label);
            if (labelEnd < 0) {
                break;
            }
            if (!LABEL.matcher(text.substring(label, labelEnd)).matches()) {
                begin = text.indexOf(BEGIN, label);
                continue;
            }
            int rest = labelEnd + DASHES.length();
            int next = text.indexOf(BEGIN, rest);
            blocks.add(block(text.substring(label, labelEnd), text.substring(rest, next < 0 ? text.length() : next)));
            begin = next;
        }
        return new Pem(List.copyOf(blocks));
    }

    private static Block block(String label, String rest) {
        int end = rest.indexOf(END + label + DASHES);
        return new Block(label, end < 0 ? rest : rest.substring(0, end), end >= 0);
    }

    List<Block> certificates() {
        return blocks.stream()
                .filter(block -> block.label().equals(CERTIFICATE))
                .toList();
    }

    List<Block> privateKeys() {
        return blocks.stream().filter(Block::isPrivateKey).toList();
    }
}
