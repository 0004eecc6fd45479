package dev.slipway.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTests {
    private static Refusal refusal(int code, String json) throws Exception {
        return Refusals.read(code, new ObjectMapper().readTree(json.replace('`', '"')));
    }

    private static UserError explained(int code, String message, String cause) throws Exception {
        String causes = cause.isEmpty() ? "" : cause;
        return Refusals.explain(
                "Deployment n/api",
                refusal(
                        code,
                        "{`reason`: `R`, `message`: `%s`, `details`: {`causes`: [%s]}}".formatted(message, causes)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | Unauthorized                                        | REFUSED | does not accept the credentials
            403 | forbidden: User \\`system:anonymous\\` cannot get x  | REFUSED | does not accept the credentials
            403 | deployments.apps is forbidden: User a cannot patch  | REFUSED | Deployment n/api: not permitted: deployments.apps is forbidden
            403 | pods are forbidden: exceeded quota: q, requested: 1 | FAILED  | exceeded quota: q
            403 | n is forbidden: because it is being terminated      | REFUSED | its namespace is being deleted
            422 | spec.x: Forbidden: updates to it are forbidden      | FAILED  | a field that cannot be changed
            422 | spec.replicas: Invalid value: -1                    | FAILED  | Deployment n/api: spec.replicas: Invalid value: -1
            500 | boom                                                | FAILED  | Deployment n/api: boom
            """)
    void eachHasItsWordsAndItsEnd(int code, String message, String exit, String words) throws Exception {
        UserError error = explained(code, message, "");
        assertThat(error.exitCode().name()).isEqualTo(exit);
        assertThat(error.what()).contains(words);
    }

    @Test
    void aConflictNamesFieldAndOwner() throws Exception {
        UserError error = explained(
                409,
                "Apply failed",
                "{`reason`: `FieldManagerConflict`, `field`: `.spec.replicas`, `message`: `conflict with kubectl`}");
        assertThat(error.exitCode().code()).isEqualTo(4);
        assertThat(error.what()).contains(".spec.replicas: conflict with kubectl");
    }

    @Test
    void anImmutableFieldIsNamedWithoutItsValue() throws Exception {
        UserError error = explained(
                422,
                "Job is invalid: spec.template: Invalid value: {a whole pod}: field is immutable",
                "{`reason`: `FieldValueInvalid`, `field`: `spec.template`,"
                        + " `message`: `Invalid value: {a: whole pod}: field is immutable`}");
        assertThat(error.what())
                .isEqualTo("Deployment n/api: a field that cannot be changed: spec.template: field is immutable");
    }

    @Test
    void whatIsForPeopleIsThrownByWhoeverWaitsAsItIs() throws Exception {
        var error = new UserError("what", "fix", ExitCode.FAILED);
        Refusal refusal = refusal(500, "{}");
        var bug = new IllegalArgumentException();

        assertThat(Refusals.from(new ExecutionException(error))).isSameAs(error);
        assertThat(Refusals.from(new ExecutionException(refusal))).isSameAs(refusal);
        assertThat(Refusals.from(new ExecutionException(bug)))
                .isInstanceOf(IllegalStateException.class)
                .hasCause(bug);
    }

    @Test
    void overtakenIsNoConflictOfFields() throws Exception {
        assertThat(refusal(409, "{`message`: `the object has been modified`}").overtaken())
                .isTrue();
        assertThat(refusal(409, "{`details`: {`causes`: [{`reason`: `FieldManagerConflict`, `field`: `.a`}]}}")
                        .overtaken())
                .isFalse();
        assertThat(refusal(404, "{}").absent()).isTrue();
    }

    @Test
    void anIdentityIsReadAsItIsWritten() {
        var id = new ObjectId("apps/v1", "Deployment", "n", "api");
        var wide = new ObjectId("v1", "Namespace", "", "n");
        assertThat(ObjectId.parse(id.text())).isEqualTo(id);
        assertThat(ObjectId.parse(wide.text())).isEqualTo(wide);
        assertThat(wide).hasToString("Namespace n");
        assertThatThrownBy(() -> ObjectId.parse("nonsense")).isInstanceOf(IllegalArgumentException.class);
    }
}
