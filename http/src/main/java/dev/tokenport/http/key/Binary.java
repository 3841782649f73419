package dev.tokenport.http.key;

import java.util.Arrays;

/** Tells what a file is that is neither PEM nor PKCS#12. */
final class Binary {

    private static final byte[] JAVA_KEY_STORE = {(byte) 0xfe, (byte) 0xed, (byte) 0xfe, (byte) 0xed};

    private Binary() {}

    /** Passes over anything that may be text. */
    static void refuse(FileContent content) {
        byte[] bytes = content.bytes();
        if (Arrays.equals(Arrays.copyOf(bytes, JAVA_KEY_STORE.length), JAVA_KEY_STORE)) {
            throw content.fault("is a Java key store (JKS); convert it with 'keytool -importkeystore -srckeystore OLD"
                    + " -destkeystore NEW -deststoretype PKCS12'");
        }
        if (Pkcs8.looksLike(bytes)) {
            throw content.fault(
                    "is a private key in DER; convert it to PEM with 'openssl pkey -inform DER -in OLD -out NEW'");
        }
        if (isSequence(bytes)) {
            throw content.fault("is DER, neither PEM nor PKCS#12; convert it to PEM with openssl");
        }
    }

    private static boolean isSequence(byte[] bytes) {
        Der der = Der.of(bytes);
        return der.next(Der.SEQUENCE).isPresent() && der.ended();
    }
}
