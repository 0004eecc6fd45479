package dev.slipway.local.mongodb;

import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * Lets a connection do nothing but sign in until it has, and answers a command only when its changes are with the
 * operating system: H2 alone would keep them in memory for up to a second.
 */
final class GuardedBackend extends H2Backend {

    private static final AttributeKey<ScramExchange> EXCHANGE = AttributeKey.valueOf("slipway.exchange");
    private static final AttributeKey<Boolean> SIGNED_IN = AttributeKey.valueOf("slipway.signed-in");
    private static final Set<String> OPEN_TO_ALL = Set.of("ismaster", "hello", "ping", "buildinfo");

    private final ScramVerifier verifier;

    GuardedBackend(MVStore store, ScramVerifier verifier) {
        super(store);
        this.verifier = verifier;
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "saslstart" -> begin(channel, query);
            case "saslcontinue" -> goOn(channel, query);
            case "ismaster", "hello" -> hello(channel, database, query);
            case "serverstatus" -> {
                requireSignIn(channel, name);
                yield super.getServerStatus();
            }
            default -> {
                requireSignIn(channel, name);
                Document answer = super.handleCommand(channel, database, command, query);
                commit();
                yield answer;
            }
        };
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        requireSignIn(query.getChannel(), "query");
        return super.handleQuery(query);
    }

    /** Asked for without a connection only by the protocol before OP_MSG, which could not be told who asks. */
    @Override
    public Document getServerStatus() {
        throw unauthorized("serverStatus");
    }

    private Document begin(Channel channel, Document query) {
        channel.attr(SIGNED_IN).set(null);
        if (!"SCRAM-SHA-256".equals(query.get("mechanism"))) {
            throw new MongoServerError(334, "MechanismUnavailable", "Only SCRAM-SHA-256 is offered");
        }
        ScramExchange exchange = new ScramExchange(verifier, payload(query));
        channel.attr(EXCHANGE).set(exchange);
        return answer(false, exchange.challenge());
    }

    private Document goOn(Channel channel, Document query) {
        if (Boolean.TRUE.equals(channel.attr(SIGNED_IN).get())) {
            return answer(true, new byte[0]);
        }
        ScramExchange exchange = channel.attr(EXCHANGE).getAndSet(null);
        if (exchange == null) {
            throw new SignInFailed();
        }
        byte[] signature = exchange.verify(payload(query));
        channel.attr(SIGNED_IN).set(true);
        // Not done yet: a client that did not ask to skip it sends one more, empty message.
        return answer(false, signature);
    }

    private Document hello(Channel channel, String database, Document query) {
        Document answer = super.handleCommand(channel, database, "ismaster", query);
        answer.put("isWritablePrimary", true);
        if (query.containsKey("saslSupportedMechs")) {
            answer.put("saslSupportedMechs", List.of("SCRAM-SHA-256"));
        }
        return answer;
    }

    private static void requireSignIn(Channel channel, String command) {
        if (!OPEN_TO_ALL.contains(command)
                && !Boolean.TRUE.equals(channel.attr(SIGNED_IN).get())) {
            throw unauthorized(command);
        }
    }

    private static MongoServerError unauthorized(String command) {
        return new MongoServerError(13, "Unauthorized", "command " + command + " requires authentication");
    }

    private static byte[] payload(Document query) {
        Object payload = query.get("payload");
        if (payload instanceof BinData binary) {
            return binary.getData();
        }
        throw new SignInFailed();
    }

    private static Document answer(boolean done, byte[] payload) {
        Document answer = new Document("conversationId", 1);
        answer.put("done", done);
        answer.put("payload", new BinData(payload));
        answer.put("ok", 1.0);
        return answer;
    }
}
