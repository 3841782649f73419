package dev.tokenport.workflow.engine;

import java.security.GeneralSecurityException;

/** Encrypts what an engine keeps. Thread-safe. */
public interface PayloadCipher {

    /**
     * Encrypts and authenticates.
     *
     * @param context what is authenticated with it
     * @throws GeneralSecurityException if that is not possible
     */
    byte[] encrypt(byte[] plain, byte[] context) throws GeneralSecurityException;

    /**
     * Decrypts what {@link #encrypt} has encrypted, maybe with an older key.
     *
     * @throws GeneralSecurityException if it was altered, is for another context, or its key is not there; the message may
     *     be shown
     */
    byte[] decrypt(byte[] sealed, byte[] context) throws GeneralSecurityException;
}
