package dev.slipway.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.hospital.RecordingPlatform.Call;
import dev.slipway.hospital.RecordingPlatform.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagesIT extends ClerkTest {
    @Test
    void everyPageIsShownInChineseAndNeedsNothingFromElsewhere() throws Exception {
        String session = houses.session(house, 5);
        signed(house, "POST", "/orders", order(newNumber(), session));
        signed(house, "POST", "/orders/" + newNumber() + "/cancelled", null);
        for (String path : List.of(
                "/",
                "/hospitals",
                base,
                base + "/profile",
                base + "/departments",
                base + "/departments/" + House.DEPARTMENT,
                base + "/schedules?date=" + tomorrow(),
                base + "/schedules/new",
                base + "/schedules/" + session,
                base + "/orders",
                base + "/settings",
                base + "/failure")) {
            Browser.Shown page = browser.get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.text())
                    .as(path)
                    .contains("<html lang=\"zh-CN\"", "<h1", "</html>")
                    .doesNotContain("<script", "style=\"", "src=\"http", "href=\"http");
        }
        assertThat(browser.get(base + "/orders").text())
                .contains("张三", "**************002X")
                .doesNotContain("11010519491231002X");
        assertThat(browser.get("/hospitals/NOBODY").status()).isEqualTo(404);
        assertThat(browser.get(base + "/schedules/NOTHING").text()).contains("页面不存在");
    }

    @Test
    void aHospitalIsChangedAndUploadedSigned() throws Exception {
        Map<String, String> profile = profile();
        profile.put("cycleDays", "0");
        Browser.Shown refused = browser.post(base + "/profile", profile);
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.text()).contains("1 到 90 天", "新名称医院");

        profile.put("cycleDays", "14");
        assertThat(browser.submit(base + "/profile", profile).text()).contains("已保存", "有待上传的更改");
        assertThat(browser.submit(base + "/upload", Map.of()).text()).contains("已上传 2 项", "平台已有最新内容");

        JsonNode sent = platform.calls("PUT", "/openapi/hosp/hospital").get(0).body();
        assertThat(sent.at("/name").asText()).isEqualTo("新名称医院");
        assertThat(sent.at("/bookingRule/cycleDays").asInt()).isEqualTo(14);
        assertThat(sent.at("/bookingRule/quitDayOffset").asInt()).isEqualTo(-2);
        assertThat(sent.at("/bookingRule/notices")).hasSize(2);
        assertThat(platform.calls("POST", "/openapi/hosp/departments")).hasSize(1);

        assertThat(browser.submit(base + "/upload", Map.of()).text()).contains("已上传 0 项");
        assertThat(platform.calls()).hasSize(2);
    }

    private static Map<String, String> profile() {
        Map<String, String> profile = new LinkedHashMap<>();
        profile.put("name", "新名称医院");
        profile.put("grade", "1");
        profile.put("provinceCode", "110000");
        profile.put("cityCode", "110100");
        profile.put("districtCode", "110101");
        profile.put("address", "东单路 1 号");
        profile.put("intro", "<b>简介</b>");
        profile.put("route", "地铁 1 号线");
        profile.put("fetchAddress", "门诊楼一层");
        profile.put("releaseTime", "08:00");
        profile.put("stopTime", "11:30");
        profile.put("quitDaysBefore", "2");
        profile.put("quitTime", "15:00");
        profile.put("notices", "第一条\n\n第二条\n");
        return profile;
    }

    @Test
    void aBusyPlatformIsAskedAgainAndAnUnreachableOneIsReported() throws Exception {
        platform.failNext(2);
        assertThat(browser.submit(base + "/upload", Map.of()).text()).contains("已上传 2 项");
        houses.session(house, 5);
        platform.failNext(100);
        assertThat(browser.submit(base + "/upload", Map.of()).text()).contains("平台无法连接");
        platform.failNext(0);
        assertThat(browser.submit(base + "/upload", Map.of()).text()).contains("已上传 1 项");
    }

    @Test
    void whatThePlatformRejectsIsShownWithItsReason() throws Exception {
        platform.answer(call -> call.path().endsWith("/departments")
                ? new Reply(
                        200,
                        "{\"items\":[{\"code\":\"" + House.DEPARTMENT
                                + "\",\"result\":\"rejected\",\"reason\":\"name taken\"}]}")
                : RecordingPlatform.asDocumented(call));
        assertThat(browser.submit(base + "/upload", Map.of()).text()).contains("1 项被平台拒绝");
        assertThat(browser.get(base + "/departments").text()).contains("平台拒绝：name taken");
        platform.answer(call -> new Reply(422, "{\"code\":\"invalid\",\"detail\":\"region unknown\"}"));
        browser.submit(base + "/profile", withCycle(profile()));
        assertThat(browser.submit(base + "/upload", Map.of()).text()).contains("平台拒绝：region unknown");
    }

    private static Map<String, String> withCycle(Map<String, String> profile) {
        profile.put("cycleDays", "7");
        return profile;
    }

    @Test
    void departmentsAreAddedChangedAndRemoved() throws Exception {
        String path = base + "/departments";
        Map<String, String> child = Map.of("code", "0102", "name", "呼吸内科", "intro", "", "parentCode", House.DEPARTMENT);
        assertThat(browser.submit(path, child).text()).contains("已添加科室", "呼吸内科");
        assertThat(browser.post(path, child).text()).contains("该编码已存在");
        assertThat(browser.submit(
                                path + "/" + House.DEPARTMENT,
                                Map.of("code", House.DEPARTMENT, "name", "内科", "intro", "", "parentCode", "0102"))
                        .text())
                .contains("不能是本科室或其下级");
        browser.submit(base + "/upload", Map.of());
        assertThat(platform.calls("POST", "/openapi/hosp/departments").get(0).items().stream()
                        .map(item -> item.get("code").asText()))
                .containsExactly(House.DEPARTMENT, "0102");

        assertThat(browser.submit(path + "/" + House.DEPARTMENT + "/removal", Map.of())
                        .text())
                .contains("不能删除");
        assertThat(browser.submit(path + "/0102/removal", Map.of()).text())
                .contains("已删除科室")
                .doesNotContain("呼吸内科");
        assertThat(platform.calls("DELETE", "/openapi/hosp/departments/0102")).hasSize(1);
    }

    @Test
    void aSessionIsAddedChangedAndUploaded() throws Exception {
        Map<String, String> form = session("S-1");
        form.put("fee", "1.234");
        assertThat(browser.post(base + "/schedules/new", form).text()).contains("最多两位小数");
        form.put("fee", "80");
        assertThat(browser.submit(base + "/schedules/new", form).text()).contains("已添加排班", "王芳");
        form.put("total", "25");
        form.put("status", "closed");
        assertThat(browser.submit(base + "/schedules/S-1", form).text()).contains("停止预约");
        browser.submit(base + "/upload", Map.of());
        JsonNode sent =
                platform.calls("POST", "/openapi/hosp/schedules").get(0).items().get(0);
        assertThat(sent.get("fee").asText()).isEqualTo("80.00");
        assertThat(sent.get("total").asInt()).isEqualTo(25);
        assertThat(sent.get("status").asText()).isEqualTo("closed");
        assertThat(sent.get("workDate").asText()).isEqualTo(tomorrow().toString());
        for (String wrong : List.of("2030-02-30", "2030-13-01", "tomorrow", "2031-02-29")) {
            form.put("workDate", wrong);
            assertThat(browser.post(base + "/schedules/S-1", form).text())
                    .as(wrong)
                    .contains("日期格式");
        }
        for (String fee : List.of("0", "0.00", "000.0", "1.234")) {
            form.put("fee", fee);
            assertThat(browser.submit(base + "/schedules/S-1", form).text())
                    .as(fee)
                    .contains("至少 0.01");
        }
        form.put("fee", "0.01");
        form.put("workDate", "2032-02-29");
        assertThat(browser.submit(base + "/schedules/S-1", form).text()).contains("已保存");
    }

    private static Map<String, String> session(String id) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("id", id);
        form.put("departmentCode", House.DEPARTMENT);
        form.put("title", "主任医师");
        form.put("doctor", "王芳");
        form.put("skill", "高血压");
        form.put("workDate", tomorrow().toString());
        form.put("session", "am");
        form.put("fee", "80.00");
        form.put("total", "20");
        form.put("status", "open");
        return form;
    }

    @Test
    void aCancelledSessionTakesItsOrdersWithItAndThePlatformHearsOfIt() throws Exception {
        String session = houses.session(house, 5);
        String paid = newNumber();
        signed(house, "POST", "/orders", order(paid, session));
        signed(house, "POST", "/orders/" + paid + "/paid", null);
        signed(house, "POST", "/orders", order(newNumber(), session));
        platform.failNext(100); // the clerk's three calls, and those of what is sent again in the background
        assertThat(browser.submit(base + "/schedules/" + session + "/cancellation", Map.of())
                        .text())
                .contains("已停诊", "稍后自动重新通知平台");
        platform.failNext(0);
        assertThat(taken(house, session)).isZero();
        assertThat(active(house, session)).isZero();
        assertThat(signed(house, "POST", "/orders", order(newNumber(), session)).text("/detail"))
                .isEqualTo("该班次已停诊");
        DemonstrationIT.eventually(
                () -> !platform.calls("POST", "/openapi/hosp/schedules").isEmpty());
        JsonNode told =
                platform.calls("POST", "/openapi/hosp/schedules").get(0).items().get(0);
        assertThat(told.get("id").asText()).isEqualTo(session);
        assertThat(told.get("status").asText()).isEqualTo("cancelled");
        assertThat(browser.submit(base + "/schedules/" + session, session(session))
                        .text())
                .contains("已停诊的排班不能修改");
    }

    @Test
    void aNumberIsFetchedOnceThePlatformAgrees() throws Exception {
        String session = houses.session(house, 5);
        String number = newNumber();
        String record = signed(house, "POST", "/orders", order(number, session)).text("/hospitalRecordId");
        String fetched = base + "/orders/" + number + "/fetched";
        browser.get(base + "/orders");
        assertThat(browser.submit(fetched, Map.of()).text()).contains("只有已支付的订单可以取号");
        signed(house, "POST", "/orders/" + number + "/paid", null);

        platform.answer(call -> new Reply(409, "{\"code\":\"not-paid\",\"detail\":\"x\"}"));
        assertThat(browser.submit(fetched, Map.of()).text()).contains("平台显示该订单未支付");
        assertThat(signed(house, "GET", "/orders/" + number, null).text("/status"))
                .isEqualTo("paid");

        platform.answer(RecordingPlatform::asDocumented);
        assertThat(browser.submit(fetched, Map.of()).text()).contains("已取号");
        Call last = platform.calls().get(platform.calls().size() - 1);
        assertThat(last.path()).isEqualTo("/openapi/hosp/appointments/" + record + "/fetched");
        assertThat(signed(house, "GET", "/orders/" + number, null).text("/status"))
                .isEqualTo("fetched");
        assertThat(signed(house, "POST", "/orders/" + number + "/cancelled", null)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aClerkCancelsAnOrderOnceThePlatformAgrees() throws Exception {
        String session = houses.session(house, 5);
        String number = newNumber();
        String record = signed(house, "POST", "/orders", order(number, session)).text("/hospitalRecordId");
        browser.get(base + "/orders");
        String path = base + "/orders/" + number + "/cancellation";
        platform.failNext(3);
        assertThat(browser.submit(path, Map.of()).text()).contains("平台无法连接");
        assertThat(taken(house, session)).isEqualTo(1);
        assertThat(browser.submit(path, Map.of()).text()).contains("已取消");
        assertThat(platform.calls("POST", "/openapi/hosp/appointments/" + record + "/cancelled"))
                .hasSize(1);
        assertThat(taken(house, session)).isZero();
    }

    @Test
    void aNewKeySignsFromThenOnAndIsNeverShown() throws Exception {
        House renewed = new House(house.code(), house.code() + "-2", "the-key-that-was-typed-in");
        Map<String, String> form = new LinkedHashMap<>();
        form.put("platformUrl", platform.url().toString());
        form.put("keyId", renewed.keyId());
        form.put("key", "");
        String path = base + "/settings";
        assertThat(browser.post(path, form).text()).contains("请填写新密钥");
        form.put("key", renewed.key());
        assertThat(browser.submit(path, form).text()).contains("设置已保存").doesNotContain(renewed.key());
        assertThat(browser.post(path, form).text()).contains("该密钥编号已被使用").doesNotContain(renewed.key());
        assertThat(browser.submit(base + "/upload", Map.of()).text()).contains("平台拒绝");
        platform.knows(renewed);
        assertThat(browser.submit(base + "/upload", Map.of()).text()).contains("已上传 2 项");
        form.put("platformUrl", "file:///etc/passwd");
        form.put("key", "");
        assertThat(browser.post(path, form).text()).contains("以 http:// 或 https:// 开头");
    }

    @Test
    void aFurtherHospitalIsTakenIn() throws Exception {
        browser.get("/hospitals");
        Map<String, String> form =
                Map.of("code", house.code(), "name", "新院", "keyId", "new-1", "key", "a-key-of-the-new-one");
        assertThat(browser.post("/hospitals", form).text()).contains("该编码已存在").doesNotContain("a-key-of-the-new-one");
        Map<String, String> next = new LinkedHashMap<>(form);
        next.put("code", "N" + house.code());
        next.put("keyId", house.keyId());
        assertThat(browser.post("/hospitals", next).text()).contains("该密钥编号已被使用");
        assertThat(browser.get("/").text()).doesNotContain("N" + house.code());
        next.put("keyId", "N" + house.keyId());
        assertThat(browser.submit("/hospitals", next).text()).contains("已添加", "新院");
        assertThat(browser.get("/").text()).contains("N" + house.code());
    }

    @Test
    void failuresAreOrderedByHand() throws Exception {
        browser.get(base + "/failure");
        assertThat(browser.submit(base + "/failure", Map.of("mode", "reject", "seconds", "0", "times", "1"))
                        .text())
                .contains("已开启故障", "reject");
        assertThat(signed(house, "POST", "/orders", order(newNumber(), houses.session(house, 5)))
                        .status())
                .isEqualTo(422);
        assertThat(browser.submit(base + "/failure", Map.of("mode", "reject", "seconds", "x", "times", "1"))
                        .text())
                .contains("请检查所填内容");
        assertThat(browser.submit(base + "/failure/removal", Map.of()).text()).contains("已关闭故障");
    }
}
