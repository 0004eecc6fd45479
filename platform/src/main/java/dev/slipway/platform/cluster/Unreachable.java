package dev.slipway.platform.cluster;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why a request has got no answer. */
record Unreachable(URI server, Throwable failure) {
    /**
     * What no waiting mends: a wrong certificate, and a name that nobody knows.
     *
     * @param answered whether somebody has answered under that name before
     */
    boolean inVain(boolean answered) {
        return isUntrusted() || (isUnknownName() && !answered);
    }

    private boolean isUntrusted() {
        return isCausedBy(CertificateException.class, SSLPeerUnverifiedException.class);
    }

    private boolean isUnknownName() {
        return isCausedBy(UnknownHostException.class, UnresolvedAddressException.class);
    }

    private boolean isCausedBy(Class<?>... types) {
        return causes().anyMatch(cause -> Stream.of(types).anyMatch(type -> type.isInstance(cause)));
    }

    private Stream<Throwable> causes() {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    UserError error() {
        if (isUntrusted()) {
            return untrusted();
        }
        return new UserError(
                "the API server at " + server + " does not answer: " + why(),
                "check the network and the server's address in the kubeconfig; running this again goes on",
                ExitCode.FAILED,
                failure);
    }

    private UserError untrusted() {
        Throwable innermost = causes().reduce(failure, (outer, inner) -> inner);
        return new UserError(
                "the API server at " + server + " shows a certificate that this kubeconfig does not trust: "
                        + innermost.getMessage(),
                "see that the kubeconfig has the server's own address and certificate-authority, and this machine the time",
                ExitCode.REFUSED,
                failure);
    }

    private String why() {
        if (isUnknownName()) {
            return "nobody knows the name " + server.getHost();
        }
        if (isCausedBy(HttpTimeoutException.class, TimeoutException.class)) {
            return "nothing came in " + Api.TIMEOUT.toSeconds() + " s";
        }
        Throwable last = failure.getCause() == null ? failure : failure.getCause();
        return isCausedBy(ConnectException.class) && last.getMessage() == null
                ? "the connection is refused"
                : String.valueOf(last);
    }
}
