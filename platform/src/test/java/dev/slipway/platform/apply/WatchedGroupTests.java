package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectGroup;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.readiness.Readiness;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchedGroupTests {
    private static final ObjectGroup NAMESPACES = new ObjectGroup("v1", "Namespace", "");
    private static final ObjectId ID = new ObjectId("v1", "Namespace", "", "a");

    @TempDir
    Path folder;

    private Cluster cluster;
    private WatchedGroup group;

    @BeforeEach
    void opens() throws IOException {
        cluster = Nowhere.in(folder);
        group = new WatchedGroup(cluster, NAMESPACES, cluster.watch(NAMESPACES, "", () -> {}));
    }

    @AfterEach
    void closes() {
        group.close();
        cluster.close();
    }

    private ObjectNode active(String name, String version) {
        ObjectNode live =
                cluster.tree(Sample.yaml("{apiVersion: v1, kind: Namespace, metadata: {name: %s}}".formatted(name)));
        live.withObject("/metadata").put("resourceVersion", version);
        live.withObject("/status").put("phase", "Active");
        return live;
    }

    /** What was ready before it was changed says nothing about the change. */
    @ParameterizedTest
    @CsvSource({"1000, 999, false", "1000, 1000, true", "1000, 1001, true", "1000, 20000, true", "'', 1, true"})
    void anEventFromBeforeAWriteDoesNotCount(String written, String told, boolean counts) {
        group.wrote(ID, written);

        group.there(active("a", told));

        assertThat(group.verdicts().containsKey(ID)).isEqualTo(counts);
    }

    @Test
    void theEndOfWhatWasReplacedIsNotTheEndOfWhatReplacesIt() {
        group.wrote(ID, "1000");
        group.there(active("a", "1000"));

        group.gone(active("a", "998"));
        assertThat(group.verdicts()).containsEntry(ID, Readiness.ready());

        group.gone(active("a", "1001"));
        assertThat(group.verdicts()).containsEntry(ID, Readiness.progressing("is not there"));
    }

    @Test
    void nothingIsKeptOfWhatNobodyAskedFor() {
        group.wrote(ID, "1");

        group.there(active("b", "2"));

        assertThat(group.verdicts()).isEmpty();
    }

    @Test
    void whatIsWrittenAgainIsToBeSeenAgain() {
        group.wrote(ID, "1");
        group.there(active("a", "1"));

        group.wrote(ID, "3");

        assertThat(group.verdicts()).isEmpty();
    }
}
