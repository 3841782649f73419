package org.silkframework.util;

/** A URI, or what takes its place. */
public class Uri {

    private final String uri;

    public Uri(String uri) {
        this.uri = uri;
    }

    public String uri() {
        return uri;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Uri that && uri.equals(that.uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }

    @Override
    public String toString() {
        return uri;
    }
}
