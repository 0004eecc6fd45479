package dev.slipway.cmn.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cmn.Instance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SeedIT {
    private final Instance service = Instance.shared();

    @Test
    void hasTheFiveDictionaries() {
        List<String> codes = service.admin("GET", "/admin/dictionaries", null)
                .require(200)
                .json()
                .get("items")
                .findValuesAsText("code");
        assertThat(codes).contains("hospital-grade", "certificate-type", "education", "nation", "province");
    }

    @Test
    void certificateTypesAreThoseOfTheContract() {
        JsonNode items = service.get("/api/dictionaries/certificate-type")
                .require(200)
                .json()
                .get("items");
        assertThat(items.findValuesAsText("value")).containsExactly("10", "20", "30", "40");
        assertThat(items.get(0).get("hasChildren").asBoolean()).isFalse();
    }

    @Test
    void gradesStandInTheOrderOfTheirNumbers() {
        assertThat(service.get("/api/dictionaries/hospital-grade").names())
                .startsWith("三级甲等", "三级乙等", "三级丙等")
                .endsWith("一级丙等", "三级特等", "未定级");
    }

    @Test
    void allNationsHaveTheirNumbers() {
        JsonNode items =
                service.get("/api/dictionaries/nation").require(200).json().get("items");
        assertThat(items).hasSize(56);
        assertThat(items.get(0).get("name").asText()).isEqualTo("汉族");
        assertThat(items.get(55).get("value").asText()).isEqualTo("56");
        assertThat(items.get(55).get("name").asText()).isEqualTo("基诺族");
        assertThat(service.get("/api/dictionaries/nation/values/15")
                        .json()
                        .get("name")
                        .asText())
                .isEqualTo("土家族");
    }

    @Test
    void regionsAreATreeOfSixDigits() {
        JsonNode provinces =
                service.get("/api/dictionaries/province").require(200).json().get("items");
        assertThat(provinces).hasSize(34);
        JdbcClient jdbc = service.bean(JdbcClient.class);
        assertThat(count(jdbc, 2)).isBetween(340, 400);
        assertThat(count(jdbc, 3)).isBetween(2800, 3000);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM dictionary_entry WHERE root_id = 5 AND id < 1000000"
                                + " AND value NOT REGEXP '^[1-8][0-9]{5}$'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM dictionary_entry e JOIN dictionary_entry p ON p.id = e.parent_id"
                                + " WHERE e.depth <> p.depth + 1")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void regionsAreFoundByValueOnEachLevel() {
        assertThat(region("440000").get("name").asText()).isEqualTo("广东省");
        assertThat(region("440300").get("name").asText()).isEqualTo("深圳市");
        JsonNode district = region("440305");
        assertThat(district.get("name").asText()).isEqualTo("南山区");
        assertThat(district.get("parentId").asText())
                .isEqualTo(region("440300").get("id").asText());
        assertThat(district.get("code").asText()).isEqualTo("province");
        assertThat(region("110101").get("name").asText()).isEqualTo("东城区");
        assertThat(region("419001").get("name").asText()).isEqualTo("济源市");
        assertThat(region("810001").get("name").asText()).isEqualTo("中西区");
        service.get("/api/dictionaries/province/values/440171").require(404);
    }

    @Test
    void childrenAreWalkedByEntryId() {
        JsonNode cities = service.get(
                        "/api/dictionary-entries/" + region("440000").get("id").asText() + "/children")
                .require(200)
                .json()
                .get("items");
        assertThat(cities.findValuesAsText("name")).hasSize(21).startsWith("广州市", "韶关市", "深圳市");
        assertThat(cities.get(0).get("hasChildren").asBoolean()).isTrue();
        JsonNode leaf = service.get(
                        "/api/dictionary-entries/" + region("440305").get("id").asText() + "/children")
                .require(200)
                .json();
        assertThat(leaf.get("items")).isEmpty();
    }

    private JsonNode region(String value) {
        return service.get("/api/dictionaries/province/values/" + value)
                .require(200)
                .json();
    }

    private static int count(JdbcClient jdbc, int depth) {
        return jdbc.sql("SELECT COUNT(*) FROM dictionary_entry WHERE root_id = 5 AND id < 1000000 AND depth = ?")
                .param(depth)
                .query(Integer.class)
                .single();
    }
}
