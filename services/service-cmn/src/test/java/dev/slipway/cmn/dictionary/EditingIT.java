package dev.slipway.cmn.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cmn.Instance;
import dev.slipway.cmn.Instance.Answer;
import dev.slipway.security.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditingIT {
    private static final String ENTRIES = "/admin/dictionary-entries";

    private final Instance service = Instance.shared();

    @Test
    void whatIsCreatedIsReadChangedAndRemoved() {
        String root = service.createRoot("edit-life", "生命");
        String id = service.create(root, "=1+1", "一");
        JsonNode entry = service.get("/api/dictionaries/edit-life")
                .require(200)
                .json()
                .get("items")
                .get(0);
        assertThat(entry.get("id").asText()).isEqualTo(id);
        assertThat(entry.get("parentId").asText()).isEqualTo(root);
        assertThat(entry.get("value").asText()).isEqualTo("=1+1");

        service.admin("PUT", ENTRIES + "/" + id, Map.of("parentId", root, "value", "2", "name", "二"))
                .require(200);
        assertThat(service.get("/api/dictionaries/edit-life/values/2")
                        .json()
                        .get("name")
                        .asText())
                .isEqualTo("二");
        service.get("/api/dictionaries/edit-life/values/%3D1%2B1").require(404);

        service.admin("DELETE", ENTRIES + "/" + root, null).require(409);
        assertThat(service.admin("DELETE", ENTRIES + "/" + root, null).code()).isEqualTo("has-children");
        service.admin("DELETE", ENTRIES + "/" + id, null).require(204);
        service.admin("DELETE", ENTRIES + "/" + id, null).require(404);
        service.admin("DELETE", ENTRIES + "/" + root, null).require(204);
        service.get("/api/dictionaries/edit-life").require(404);
    }

    @Test
    void rootsHaveNeitherParentNorValue() {
        String root = service.createRoot("edit-root", "根");
        JsonNode view =
                service.admin("GET", ENTRIES + "/" + root, null).require(200).json();
        assertThat(view.has("parentId")).isFalse();
        assertThat(view.has("value")).isFalse();
        assertThat(view.get("code").asText()).isEqualTo("edit-root");
        Answer twice = service.admin("POST", ENTRIES, Map.of("code", "edit-root", "name", "again"));
        assertThat(twice.require(409).code()).isEqualTo("code-taken");
    }

    @Test
    void aValueIsUniqueInItsDictionary() {
        String root = service.createRoot("edit-unique", "唯一");
        String one = service.create(root, "1", "一");
        Answer sibling = service.admin("POST", ENTRIES, Map.of("parentId", root, "value", "1", "name", "x"));
        assertThat(sibling.require(409).code()).isEqualTo("value-taken");
        Answer deeper = service.admin("POST", ENTRIES, Map.of("parentId", one, "value", "1", "name", "x"));
        assertThat(deeper.require(409).code()).isEqualTo("value-taken");
        String other = service.createRoot("edit-unique-2", "另一");
        service.create(other, "1", "一");
    }

    @Test
    void fiftyAtOnceMakeOneEntry() throws Exception {
        String root = service.createRoot("edit-race", "竞");
        Map<String, String> wanted = Map.of("parentId", root, "value", "1", "name", "x");
        List<Integer> statuses =
                all(50, () -> service.admin("POST", ENTRIES, wanted).status());
        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
    }

    @Test
    void theSameKeyGivesTheSameAnswer() throws Exception {
        String root = service.createRoot("edit-key", "键");
        Map<String, String> key = Map.of("Idempotency-Key", "k-1");
        Map<String, String> wanted = Map.of("parentId", root, "value", "1", "name", "一");
        List<String> bodies = all(
                10,
                () -> service.admin("POST", ENTRIES, wanted, key).require(201).body());
        assertThat(bodies).hasSize(10);
        assertThat(bodies.stream().distinct()).hasSize(1);
        Answer other = service.admin("POST", ENTRIES, Map.of("parentId", root, "value", "2", "name", "二"), key);
        other.require(422);
        assertThat(service.get("/api/dictionaries/edit-key").names()).containsExactly("一");
    }

    @Test
    void anEntryNeverGetsBelowItself() {
        String root = service.createRoot("edit-cycle", "环");
        String a = service.create(root, "a", "A");
        String b = service.create(a, "b", "B");
        String c = service.create(b, "c", "C");
        assertThat(move(a, c, "a").require(409).code()).isEqualTo("would-cycle");
        assertThat(move(a, a, "a").require(409).code()).isEqualTo("would-cycle");
        String elsewhere = service.createRoot("edit-cycle-2", "别处");
        assertThat(move(a, elsewhere, "a").require(409).code()).isEqualTo("other-dictionary");
        move(c, root, "c").require(200);
        move(a, c, "a").require(200);
        assertThat(service.get("/api/dictionaries/edit-cycle").names()).containsExactly("C");
    }

    @Test
    void twoMovesThatTogetherMakeACycleDoNotBothHappen() throws Exception {
        String root = service.createRoot("edit-cross", "交叉");
        for (int round = 0; round < 10; round++) {
            String a = service.create(root, "a" + round, "A");
            String b = service.create(root, "b" + round, "B");
            String valueA = "a" + round;
            String valueB = "b" + round;
            ExecutorService pool = Executors.newFixedThreadPool(2);
            try {
                Future<Integer> one = pool.submit(() -> move(a, b, valueA).status());
                Future<Integer> two = pool.submit(() -> move(b, a, valueB).status());
                assertThat(List.of(one.get(), two.get())).containsExactlyInAnyOrder(200, 409);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    @Test
    void aTreeHasABottom() {
        String parent = service.createRoot("edit-deep", "深");
        for (int depth = 1; depth <= Entry.DEEPEST; depth++) {
            parent = service.create(parent, "v" + depth, "层");
        }
        Answer deeper = service.admin("POST", ENTRIES, Map.of("parentId", parent, "value", "x", "name", "x"));
        assertThat(deeper.require(409).code()).isEqualTo("too-deep");
    }

    @Test
    void refusesWhatIsNoEntry() {
        String root = service.createRoot("edit-bad", "坏");
        List<Object> bad = List.of(
                Map.of("name", "x"),
                Map.of("code", "Bad Code", "name", "x"),
                Map.of("code", "edit-ok", "name", ""),
                Map.of("code", "edit-ok", "name", "x", "value", "1"),
                Map.of("parentId", root, "name", "x"),
                Map.of("parentId", root, "name", "x\u0007", "value", "1"),
                Map.of("parentId", root, "name", "x", "value", "a/b"),
                Map.of("parentId", root, "name", "x", "value", "v".repeat(65)),
                Map.of("parentId", root, "name", "n".repeat(201), "value", "1"),
                Map.of("parentId", root, "name", "x", "value", "1", "code", "c"),
                Map.of("parentId", "999999999999", "name", "x", "value", "1"),
                Map.of("parentId", "no-id", "name", "x", "value", "1"));
        for (Object body : bad) {
            Answer answer = service.admin("POST", ENTRIES, body);
            assertThat(answer.require(422).json().get("errors"))
                    .as(body.toString())
                    .isNotEmpty();
        }
        service.admin("POST", ENTRIES, "{\"nom\":\"x\"}").require(400);
        service.admin("POST", ENTRIES, "{").require(400);
        service.admin("PUT", ENTRIES + "/999999999999", Map.of("code", "c-1", "name", "x"))
                .require(404);
        service.admin("GET", ENTRIES + "/abc", null).require(404);
    }

    @Test
    void onlyOperatorsEdit() {
        service.send("GET", "/admin/dictionaries", null, Map.of()).require(401);
        service.send("GET", "/admin/dictionaries", null, Map.of("X-Identity", service.identity(Role.USER)))
                .require(403);
        service.send("POST", "/api/dictionaries/nation", "{}", Map.of()).require(401);
    }

    @Test
    void answersNotModifiedUntilSomethingIsEdited() {
        String root = service.createRoot("edit-tag", "标");
        Answer first = service.get("/api/dictionaries/edit-tag").require(200);
        Map<String, String> known = Map.of("If-None-Match", first.header("ETag"));
        service.send("GET", "/api/dictionaries/edit-tag", null, known).require(304);
        service.create(root, "1", "一");
        service.send("GET", "/api/dictionaries/edit-tag", null, known).require(200);
        assertThat(first.header("Cache-Control")).contains("no-cache");
    }

    private Answer move(String id, String parent, String value) {
        return service.admin(
                "PUT",
                ENTRIES + "/" + id,
                Map.of(
                        "parentId",
                        parent,
                        "value",
                        value,
                        "name",
                        value.substring(0, 1).toUpperCase(Locale.ROOT)));
    }

    private static <T> List<T> all(int times, Callable<T> call) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(times);
        try {
            List<Future<T>> futures =
                    IntStream.range(0, times).mapToObj(i -> pool.submit(call)).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
