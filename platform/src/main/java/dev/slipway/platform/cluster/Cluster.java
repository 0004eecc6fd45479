package dev.slipway.platform.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The objects of one cluster, as trees. All calls throw {@link Refusal} when the server says no, and {@link UserError}
 * when it does not answer.
 */
public final class Cluster implements AutoCloseable {
    /** Under this name the fields belong to us. */
    public static final String MANAGER = "slipway";

    /** The label that names the environment which has made an object. */
    public static final String ENVIRONMENT = "slipway.dev/environment";

    static final String OBJECT = "application/json";
    private static final int LOG_BYTES = 256 * 1024;
    private static final int BAD_REQUEST = 400;
    private final KubernetesClient client;
    private final Api api;
    private final ResourceTypes types;
    private final ObjectPaths paths;

    Cluster(KubernetesClient client, RandomGenerator random, Consumer<String> requests) {
        this.client = client;
        this.api =
                new Api(client.getHttpClient(), URI.create(client.getMasterUrl().toString()), random, requests);
        this.types = new ResourceTypes(api);
        this.paths = new ObjectPaths(types);
    }

    public URI server() {
        return URI.create(client.getMasterUrl().toString());
    }

    /** Asks the server for its version and its time. */
    public Answer answer() throws InterruptedException {
        var response = api.exchange("GET", "/version", null, null);
        Optional<Instant> date = response.headers("Date").stream()
                .findFirst()
                .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        return new Answer(Api.read(response.body()).path("gitVersion").asText(), date);
    }

    /** The object as the cluster has it; empty when it, its namespace or its kind is not there. */
    public Optional<ObjectNode> get(ObjectId id) throws InterruptedException {
        Optional<ResourceTypes.Type> type = types.find(id.apiVersion(), id.kind());
        if (type.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of((ObjectNode) api.send("GET", ObjectPaths.of(type.get(), id), null, null));
        } catch (Refusal refusal) {
            if (refusal.absent()) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /**
     * All objects of a kind.
     *
     * @param namespace empty for all of them, and for kinds without one
     * @param selector of labels, e.g. {@code a=b}; empty for all
     */
    public List<ObjectNode> list(String apiVersion, String kind, String namespace, String selector)
            throws InterruptedException {
        var objects = new ArrayList<ObjectNode>();
        each(new ObjectGroup(apiVersion, kind, namespace), selector, objects::add);
        return objects;
    }

    /** What is done with one object of many. */
    @FunctionalInterface
    public interface Taker {
        void take(ObjectNode live) throws InterruptedException;
    }

    /** The same one by one, so that not all of them are in memory at a time. */
    public void each(ObjectGroup group, String selector, Taker taker) throws InterruptedException {
        Optional<ResourceTypes.Type> type = types.find(group.apiVersion(), group.kind());
        if (type.isPresent()) {
            new Pages(api, type.get().path(group.namespace()), selector)
                    .each(live -> taker.take(
                            live.put("apiVersion", group.apiVersion()).put("kind", group.kind())));
        }
    }

    /**
     * The same objects as they change; nothing is asked for before somebody looks.
     *
     * @param news run from any thread when a look would find something
     */
    public Watch watch(ObjectGroup group, String selector, Runnable news) {
        return new Watch(api, types, group, selector, news);
    }

    /** All of a kind, with its type, whose simple name is that kind. */
    public <T extends HasMetadata> List<T> list(Class<T> type, String apiVersion, String namespace)
            throws InterruptedException {
        var objects = new ArrayList<T>();
        var group = new ObjectGroup(apiVersion, type.getSimpleName(), namespace);
        each(group, "", live -> objects.add(TypedObjects.whole(live, type)));
        return List.copyOf(objects);
    }

    /** The same of several types, by type: of the whole cluster those without a namespace, the others of this one alone. */
    public Map<Class<? extends HasMetadata>, List<HasMetadata>> lists(
            Collection<Class<? extends HasMetadata>> types, String namespace) throws InterruptedException {
        var lists = new HashMap<Class<? extends HasMetadata>, List<HasMetadata>>();
        for (Class<? extends HasMetadata> type : types) {
            boolean namespaced = Namespaced.class.isAssignableFrom(type);
            if (!namespaced || !namespace.isEmpty()) {
                lists.put(type, List.copyOf(list(type, HasMetadata.getApiVersion(type), namespaced ? namespace : "")));
            }
        }
        return lists;
    }

    /** Whether the server knows the kind. */
    public boolean knows(String apiVersion, String kind) throws InterruptedException {
        return types.find(apiVersion, kind).isPresent();
    }

    /**
     * The end of what a container wrote; nothing when it has not run yet.
     *
     * @param lines at most so many
     */
    public List<String> log(ObjectId pod, String container, int lines) throws InterruptedException {
        String query = "/log?container=" + container + "&tailLines=" + lines + "&limitBytes=" + LOG_BYTES;
        try {
            return api.exchange("GET", paths.of(pod) + query, null, null)
                    .body()
                    .lines()
                    .toList();
        } catch (Refusal refusal) {
            if (refusal.absent() || refusal.status() == BAD_REQUEST) {
                return List.of();
            }
            throw refusal;
        }
    }

    /**
     * Makes the object so, as far as it says something; what belongs to others is never taken.
     *
     * @param dryRun only tell how it would be then
     */
    public ObjectNode apply(ObjectNode object, boolean dryRun) throws InterruptedException {
        ObjectId id = ObjectId.of(object);
        String query = "?fieldManager=" + MANAGER + "&fieldValidation=Strict" + (dryRun ? "&dryRun=All" : "");
        return (ObjectNode) api.send("PATCH", paths.of(id) + query, "application/apply-patch+yaml", object);
    }

    /** Makes an object that must not be there yet. */
    public ObjectNode create(ObjectNode object) throws InterruptedException {
        ObjectId id = ObjectId.of(object);
        String path = paths.type(id).path(id.namespace()) + "?fieldManager=" + MANAGER;
        return (ObjectNode) api.send("POST", path, OBJECT, object);
    }

    /** Replaces an object; refused as overtaken when its resource version is not the newest. */
    public ObjectNode replace(HasMetadata object) throws InterruptedException {
        return (ObjectNode) api.send("PUT", paths.of(ObjectId.of(object)) + "?fieldManager=" + MANAGER, OBJECT, object);
    }

    /** Deletes exactly the object with this uid, and later all that depends on it; nothing happens when it is gone. */
    public void delete(ObjectId id, String uid) throws InterruptedException {
        deletions().of(id, uid, Deletions.DEPENDENTS_LATER);
    }

    /** Like {@link #delete}, but the object is there until all that depends on it is gone. */
    public void deleteAfterDependents(ObjectId id, String uid) throws InterruptedException {
        deletions().of(id, uid, Deletions.DEPENDENTS_FIRST);
    }

    /** Deletes exactly this state of an object; nothing happens when it is another one, or gone. */
    public void delete(HasMetadata object) throws InterruptedException {
        deletions().ofState(object);
    }

    private Deletions deletions() {
        return new Deletions(api, paths);
    }

    /** Adds labels and keys to a Secret without touching those it has. */
    public void addData(ObjectId secret, Map<String, String> labels, Map<String, String> base64)
            throws InterruptedException {
        merge(secret, Map.of("metadata", Map.of("labels", labels), "data", base64));
    }

    /** Lays a few fields over an object; what is null in them goes. An apply leaves these fields alone. */
    public ObjectNode merge(ObjectId id, Map<String, ?> fields) throws InterruptedException {
        String path = paths.of(id) + "?fieldManager=" + MANAGER;
        return (ObjectNode) api.send("PATCH", path, "application/merge-patch+json", fields);
    }

    /** What the server warns of when the object is made so; nothing is changed. */
    public List<String> warnings(HasMetadata object) throws InterruptedException {
        String query = "?fieldManager=" + MANAGER + "&dryRun=All";
        return api
                .exchange("PATCH", paths.of(ObjectId.of(object)) + query, "application/apply-patch+yaml", object)
                .headers("Warning")
                .stream()
                .map(warning ->
                        warning.replaceFirst("^\\d+ \\S+ \"(.*)\"$", "$1").replace("\\\"", "\""))
                .toList();
    }

    /**
     * Whether whoever is signed in may do something.
     *
     * @param verb as Kubernetes names it; {@code *} for all
     * @param kind that the server knows, or {@code *} for everything there is
     * @param namespace empty for all of them
     */
    public boolean may(String verb, String apiVersion, String kind, String namespace) throws InterruptedException {
        return new AccessReview(api, types).may(verb, new ObjectGroup(apiVersion, kind, namespace));
    }

    /** The object as the server would be sent it; whoever changes the tree does not change the object. */
    public ObjectNode tree(HasMetadata object) {
        return (ObjectNode) Api.read(Api.OBJECTS.asJson(object));
    }

    /**
     * The same object with the types of its kind, but for who owns which field, and the templates of pods. One whose kind
     * says nothing of how it fares is generic.
     */
    public HasMetadata typed(ObjectNode object) {
        return TypedObjects.state(object);
    }

    /** All of the object with its type, but for who owns which field. */
    public <T extends HasMetadata> T typed(ObjectNode object, Class<T> type) {
        return TypedObjects.whole(object, type);
    }

    @Override
    public void close() {
        client.close();
    }
}
