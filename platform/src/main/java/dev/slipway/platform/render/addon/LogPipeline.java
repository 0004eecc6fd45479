package dev.slipway.platform.render.addon;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of Fluent Bit.
 *
 * @param namespace whose own logs are not read: they would be about themselves
 * @param sink host and port of a server of the forward protocol; standard output when null
 */
record LogPipeline(String namespace, @Nullable String sink) {
    static final String LOGS = "/var/log/pods";
    static final int PORT = 2020;

    /** How often it looks for new files; by itself once a minute, and what came and went within one was never read. */
    private static final Duration REFRESH = Duration.ofSeconds(5);

    String text() {
        return """
                service:
                  flush: 5
                  log_level: warn
                  http_server: true
                  http_listen: 0.0.0.0
                  http_port: %d
                  health_check: true
                parsers:
                  - name: place # <namespace>_<pod>_<uid>/<container>/<restarts>.log
                    format: regex
                    regex: '^%2$s/(?<namespace>[^_]+)_(?<pod>[^_]+)_[^/]+/(?<container>[^/]+)/'
                pipeline:
                  inputs:
                    - name: tail
                      tag: pods
                      path: %2$s/*/*/*.log
                      exclude_path: %2$s/%3$s_*/*/*.log
                      path_key: file
                      refresh_interval: %4$d
                      multiline.parser: cri
                      db: /tmp/positions.db
                      mem_buf_limit: 32M
                      skip_long_lines: true
                  filters:
                    - name: parser
                      match: '*'
                      key_name: file
                      parser: place
                      reserve_data: true
                  outputs:
                """.formatted(PORT, LOGS, namespace, REFRESH.toSeconds()) + output();
    }

    private String output() {
        String output = sink == null ? """
                - name: stdout
                  match: '*'
                  format: json_lines
                """ : """
                - name: forward
                  match: '*'
                  host: %s
                  port: %d
                  retry_limit: 20
                """.formatted(host(sink), port(sink));
        return output.indent(4);
    }

    private static String host(String sink) {
        return sink.substring(0, sink.indexOf(':'));
    }

    static int port(String sink) {
        return Integer.parseInt(sink.substring(sink.indexOf(':') + 1));
    }
}
