package dev.tokenport.http.key;

import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one private key of a PEM file. */
final class PemKey {

    private static final byte[] NULL = {5, 0};

    private final FileContent content;
    private final Optional<Secret> password;

    PemKey(FileContent content, Optional<Secret> password) {
        this.content = content;
        this.password = password;
    }

    PrivateKey in(Pem pem) {
        List<Pem.Block> keys = pem.privateKeys();
        if (keys.isEmpty()) {
            throw content.fault(missing(pem));
        }
        if (keys.size() > 1) {
            throw content.fault("has " + keys.size() + " private keys in it; leave the one to use");
        }
        Pem.Block block = keys.get(0);
        if (!block.ended()) {
            throw content.fault("the private key has no END line");
        }
        return switch (block.label()) {
            case "PRIVATE KEY" -> Pkcs8.key(der(block), content);
            case "ENCRYPTED PRIVATE KEY" -> decrypted(der(block));
            case "RSA PRIVATE KEY" -> Pkcs8.key(Pkcs8.around(unencrypted(block), Pkcs8.RSA, NULL), content);
            case "EC PRIVATE KEY" -> sec1(unencrypted(block));
            case "OPENSSH PRIVATE KEY" ->
                throw content.fault("the private key is in OpenSSH's own form; convert a copy of the file with"
                        + " 'ssh-keygen -p -m PKCS8 -f COPY'");
            default ->
                throw content.fault("the private key is a '" + block.label() + "', which is not supported; RSA,"
                        + " RSASSA-PSS, EC, Ed25519 and Ed448 are");
        };
    }

    private static String missing(Pem pem) {
        String others = pem.blocks().stream()
                .map(block -> "'" + block.label() + "'")
                .distinct()
                .collect(Collectors.joining(", "));
        return "has no private key in it (PEM, -----BEGIN PRIVATE KEY-----)"
                + (others.isEmpty() ? "" : ", only " + others);
    }

    private byte[] der(Pem.Block block) {
        return block.der().orElseThrow(() -> content.fault("the private key is not Base64"));
    }

    private byte[] unencrypted(Pem.Block block) {
        if (block.hasHeaders()) {
            throw content.fault("the private key is encrypted as it was before PKCS#8; convert it with"
                    + " 'openssl pkcs8 -topk8 -in OLD -out NEW'");
        }
        return der(block);
    }

    private PrivateKey decrypted(byte[] der) {
        return Pkcs8.key(Pkcs8.decrypted(der, revealed(), content), content);
    }

    private String revealed() {
        Secret given = password.orElseThrow(
                () -> content.fault("the private key is encrypted, and there is no password for it"));
        return revealed(given, content);
    }

    static String revealed(Secret password, FileContent content) {
        try {
            return password.reveal();
        } catch (SecretUnavailableException e) {
            throw content.fault("the password cannot be read: " + e.getMessage(), e);
        }
    }

    private PrivateKey sec1(byte[] der) {
        byte[] curve = Der.of(der)
                .next(Der.SEQUENCE)
                .flatMap(key -> key.next(Der.INTEGER)
                        .flatMap(version -> key.next(Der.OCTETS))
                        .flatMap(number -> key.next(Der.TAGGED_0)))
                .map(Der::bytes)
                .orElseThrow(() -> content.fault("the private key names no curve; convert it with"
                        + " 'openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW'"));
        return Pkcs8.key(Pkcs8.around(der, Pkcs8.EC, curve), content);
    }
}
