package dev.slipway.hospital.failure.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Lets a handler drop the connection of its request, which the servlet interface has no word for. */
final class DroppableConnections extends ValveBase {
    private static final String ATTRIBUTE = DroppableConnections.class.getName();

    DroppableConnections() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Runnable drop = () -> response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new ClosedChannelException());
        request.setAttribute(ATTRIBUTE, drop);
        getNext().invoke(request, response);
    }

    /** From now on the client gets nothing, whatever is written. */
    static void drop(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Runnable drop) {
            drop.run();
        }
    }
}
