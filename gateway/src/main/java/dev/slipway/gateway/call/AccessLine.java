package dev.slipway.gateway.call;

import org.jspecify.annotations.Nullable;

/**
 * One call in the access log.
 *
 * @param path raw, without the query: a query may hold what nobody should read in a log
 * @param nanos from the first byte in to the last byte out
 */
record AccessLine(
        String method,
        String path,
        int status,
        long nanos,
        String route,
        String traceId,
        @Nullable String caller) {

    void appendText(StringBuilder out, String now) {
        out.append(now).append(" ACCESS ").append(method).append(' ').append(path);
        out.append(' ').append(status).append(' ');
        appendMillis(out);
        out.append("ms route=").append(route).append(" trace=").append(traceId);
        out.append(" caller=").append(caller == null ? "-" : caller).append('\n');
    }

    /** The fields of the other log lines (Elastic Common Schema), as one line of JSON. */
    void appendJson(StringBuilder out, String now) {
        out.append("{\"@timestamp\":\"").append(now);
        out.append(
                "\",\"log\":{\"level\":\"INFO\",\"logger\":\"access\"},\"service\":{\"name\":\"server-gateway\"},\"message\":\"");
        out.append(method).append(' ');
        appendEscaped(out, path);
        out.append(' ').append(status).append("\",\"method\":\"").append(method).append("\",\"path\":\"");
        appendEscaped(out, path);
        out.append("\",\"status\":").append(status).append(",\"ms\":");
        appendMillis(out);
        out.append(",\"route\":\"").append(route).append("\",\"traceId\":\"").append(traceId);
        if (caller != null) {
            out.append("\",\"caller\":\"");
            appendEscaped(out, caller);
        }
        out.append("\"}\n");
    }

    private void appendMillis(StringBuilder out) {
        long micros = nanos / 1000;
        long fraction = micros % 1000;
        out.append(micros / 1000).append('.');
        out.append((char) ('0' + fraction / 100)).append((char) ('0' + fraction / 10 % 10));
    }

    private static void appendEscaped(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else {
                out.append(c < ' ' || c > '~' ? '?' : c);
            }
        }
    }
}
