package dev.tokenport.operators.http.file;

/** How a file is sent. */
public enum UploadAs {
    /** It is the body. */
    BODY,
    /** It is a part of a form (RFC 7578). */
    FORM
}
