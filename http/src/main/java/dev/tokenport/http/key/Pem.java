package dev.tokenport.http.key;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The blocks of a PEM text (RFC 7468), in its order; what stands between them is passed over. Immutable.
 *
 * @param blocks the blocks
 */
record Pem(List<Block> blocks) {

    static final String CERTIFICATE = "CERTIFICATE";

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

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
            int labelEnd = text.indexOf(DASHES, begin + BEGIN.length());
            if (labelEnd < 0) {
                break;
            }
            int next = text.indexOf(BEGIN, labelEnd);
            blocks.add(block(
                    text.substring(begin + BEGIN.length(), labelEnd),
                    text.substring(labelEnd + DASHES.length(), next < 0 ? text.length() : next)));
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
