package dev.slipway.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.hospital.RecordingPlatform.Call;
import dev.slipway.hospital.RecordingPlatform.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nothing that does not take place is sold on because the platform did not agree at the first time. */
class SessionCancellationIT extends ClerkTest {
    private static final String UNTOLD = "平台尚不知道以下停诊";

    @Test
    void aRejectedCancellationIsShownAndSentAgain() throws Exception {
        String session = houses.session(house, 5);
        platform.answer(SessionCancellationIT::rejecting);
        assertThat(cancel(session))
                .contains("已停诊", "workDate is in the past", "稍后自动重新通知平台")
                .doesNotContain("平台已收到通知");
        assertThat(browser.submit(base + "/upload", Map.of()).text()).contains(UNTOLD, "平台拒绝：workDate is in the past");
        assertThat(browser.get(base + "/schedules?date=" + tomorrow()).text()).contains("平台拒绝：workDate", "重新通知平台");

        platform.answer(RecordingPlatform::asDocumented);
        jdbc.sql("UPDATE schedule SET updated_at = updated_at - INTERVAL 6 MINUTE WHERE id = ?")
                .param(session)
                .update();
        DemonstrationIT.eventually(() -> !overview().contains(UNTOLD));
        assertThat(cancel(session)).contains("该排班已停诊");
    }

    @Test
    void aClerkSendsARejectedCancellationAgain() throws Exception {
        String session = houses.session(house, 5);
        platform.answer(SessionCancellationIT::rejecting);
        cancel(session);
        platform.answer(RecordingPlatform::asDocumented);
        assertThat(cancel(session)).contains("平台已收到通知");
        assertThat(overview()).doesNotContain(UNTOLD);
    }

    private String cancel(String session) throws IOException {
        return browser.submit(base + "/schedules/" + session + "/cancellation", Map.of())
                .text();
    }

    private String overview() {
        try {
            return browser.get(base).text();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    @Test
    void aSessionThatThePlatformNeverHadIsToldOfOnce() throws Exception {
        String session = houses.session(house, 5);
        platform.answer(call -> call.method().equals("DELETE") ? new Reply(404, "") : rejecting(call));
        assertThat(cancel(session)).contains("平台从未有此排班，无需通知").doesNotContain("稍后自动重新通知平台");
        assertThat(overview()).doesNotContain(UNTOLD);
        assertThat(browser.get(base + "/schedules?date=" + tomorrow()).text())
                .contains("平台从未有此排班")
                .doesNotContain("重新通知平台");
        assertThat(cancel(session)).contains("该排班已停诊");
        assertThat(platform.calls("DELETE", "/openapi/hosp/schedules/" + session))
                .hasSize(1);
    }

    @Test
    void aSessionThatThePlatformDoesNotTakeAsItIsIsTakenBackByItsId() throws Exception {
        String session = houses.session(house, 5);
        platform.answer(call -> call.method().equals("DELETE") ? new Reply(204, "") : rejecting(call));
        assertThat(cancel(session)).contains("平台已收到通知").doesNotContain("从未");
        assertThat(overview()).doesNotContain(UNTOLD);
    }

    private static Reply rejecting(Call call) {
        if (call.method().equals("DELETE")) {
            return new Reply(409, "{\"code\":\"changed-meanwhile\",\"detail\":\"x\"}");
        }
        if (!call.path().endsWith("/schedules")) {
            return RecordingPlatform.asDocumented(call);
        }
        return new Reply(
                200,
                call.items().stream()
                        .map(item -> "{\"id\":" + item.get("id")
                                + ",\"result\":\"rejected\",\"reason\":\"workDate is in the past\"}")
                        .collect(Collectors.joining(",", "{\"items\":[", "]}")));
    }

    @Test
    void aSessionWithAppointmentsStaysWhereItIs() throws Exception {
        String session = houses.session(house, 5);
        String number = newNumber();
        signed(house, "POST", "/orders", order(number, session));
        Map<String, String> form = form(session, tomorrow());
        form.put("total", "3");
        assertThat(save(form)).contains("已保存");
        form.put("workDate", tomorrow().plusDays(1).toString());
        assertThat(save(form)).contains("已有预约，科室、日期和时段不能修改");
        form.put("workDate", tomorrow().toString());
        form.put("session", "pm");
        assertThat(save(form)).contains("已有预约，科室、日期和时段不能修改");
        signed(house, "POST", "/orders/" + number + "/cancelled", null);
        assertThat(save(form)).contains("已保存");
    }

    private String save(Map<String, String> form) throws IOException {
        return browser.submit(base + "/schedules/" + form.get("id"), form).text();
    }

    private static Map<String, String> form(String id, LocalDate date) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("id", id);
        form.put("departmentCode", House.DEPARTMENT);
        form.put("title", "主任医师");
        form.put("doctor", "王芳");
        form.put("skill", "高血压");
        form.put("workDate", date.toString());
        form.put("session", "am");
        form.put("fee", "80.00");
        form.put("total", "5");
        form.put("status", "open");
        return form;
    }
}
