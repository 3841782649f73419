package dev.tokenport.web;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What is answered to requests that no page gets to see, such as faulty ones: a line, of which nothing was asked for. */
final class PlainErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        Limits.headers().forEach(headers::put);
        headers.put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        Content.Sink.write(response, true, line(response.getStatus()), callback);
        return true;
    }

    private static String line(int status) {
        return "the request was refused: " + HttpStatus.getMessage(status) + " (" + status + ")\n";
    }
}
