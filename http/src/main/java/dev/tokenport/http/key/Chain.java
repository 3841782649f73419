package dev.tokenport.http.key;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.List;

/** Checks that certificates are those of a key, in the order in which TLS sends them (RFC 8446 §4.4.2). */
final class Chain {

    private static final byte[] PROBE = {1, 2, 3, 4};

    private Chain() {}

    /** The same material, if there is nothing wrong with it. */
    static KeyMaterial checked(KeyMaterial material, FileContent certificates) {
        List<X509Certificate> chain = material.certificates();
        if (chain.isEmpty()) {
            return material;
        }
        if (!belong(material.key(), chain.get(0))) {
            throw certificates.fault(stranger(material));
        }
        for (int i = 1; i < chain.size(); i++) {
            if (!issued(chain.get(i), chain.get(i - 1))) {
                throw certificates.fault("certificate " + (i + 1) + " (" + name(chain.get(i)) + ") is not the issuer of"
                        + " certificate " + i + " (" + name(chain.get(i - 1)) + "); the key's certificate comes first,"
                        + " then the one that issued it, and so on");
            }
        }
        return material;
    }

    private static String stranger(KeyMaterial material) {
        List<X509Certificate> chain = material.certificates();
        for (int i = 1; i < chain.size(); i++) {
            if (belong(material.key(), chain.get(i))) {
                return "certificate " + (i + 1) + " (" + name(chain.get(i)) + ") is the one of the private key, and has"
                        + " to come first";
            }
        }
        return "certificate 1 (" + name(chain.get(0)) + ") does not belong to the private key";
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName().replaceAll("\\p{Cntrl}", " ");
    }

    private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean belong(PrivateKey key, X509Certificate certificate) {
        PublicKey shown = certificate.getPublicKey();
        if (key instanceof RSAKey ours && shown instanceof RSAKey theirs) {
            return ours.getModulus().equals(theirs.getModulus());
        }
        try {
            var signature =
                    Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : key.getAlgorithm());
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(shown);
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // Keys of two kinds.
            return false;
        }
    }
}
