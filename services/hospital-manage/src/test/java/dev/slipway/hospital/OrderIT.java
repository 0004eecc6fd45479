package dev.slipway.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderIT extends ServiceTest {
    @Test
    void anOrderIsAdmittedOnceAndShown() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 20);
        Map<String, Object> order = order(newNumber(), session);
        Answer admitted = signed(house, "POST", "/orders", order);
        assertThat(admitted.status()).isEqualTo(201);
        assertThat(admitted.text("/hospitalRecordId")).startsWith("MZ");
        assertThat(admitted.body().at("/sequenceNumber").asInt()).isEqualTo(1);
        assertThat(admitted.text("/fetchTime")).isEqualTo(tomorrow() + " 08:10 前");
        assertThat(admitted.text("/fetchAddress")).isEqualTo("门诊楼一层");
        assertThat(signed(house, "POST", "/orders", order)).isEqualTo(admitted);
        assertThat(taken(house, session)).isEqualTo(1);

        Answer shown = signed(house, "GET", "/orders/" + order.get("number"), null);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text("/status")).isEqualTo("confirmed");
        assertThat(shown.text("/hospitalRecordId")).isEqualTo(admitted.text("/hospitalRecordId"));
        assertThat(signed(house, "GET", "/orders/" + newNumber(), null).status())
                .isEqualTo(404);
    }

    /** docs/hospital-open-api.md shows an order and its answer. */
    @Test
    void theDocumentedOrderIsTakenAndAnsweredAsDocumented() throws Exception {
        String[] parts =
                Files.readString(Path.of("../../docs/hospital-open-api.md")).split("```json\n", -1);
        ObjectNode order = (ObjectNode) json.readTree(parts[1].substring(0, parts[1].indexOf("```")));
        JsonNode documented = json.readTree(parts[2].substring(0, parts[2].indexOf("```")));
        House house = houses.open();
        String session = houses.session(house, 5);
        String number = order.get("number").asText();
        order.put("hospitalScheduleId", session)
                .put("departmentCode", House.DEPARTMENT)
                .put("visitDate", tomorrow().toString())
                .put("fee", "80.00");
        Answer admitted = signed(house, "POST", "/orders", order);
        assertThat(admitted.status()).isEqualTo(201);
        admitted.body().fieldNames().forEachRemaining(field -> assertThat(documented.has(field))
                .as(field)
                .isTrue());
        JsonNode shown = signed(house, "GET", "/orders/" + number, null).body();
        documented.fieldNames().forEachRemaining(field -> assertThat(shown.hasNonNull(field))
                .as(field)
                .isTrue());
        assertThat(shown.at("/status")).isEqualTo(documented.at("/status"));
    }

    @Test
    void twentyNumbersAreTakenByTwentyOfTwoHundred() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 20);
        List<Answer> answers = atOnce(200, i -> submit(house, order(newNumber(), session)));
        List<Answer> admitted = answers.stream().filter(a -> a.status() == 201).toList();
        assertThat(admitted).hasSize(20);
        assertThat(answers).filteredOn(a -> a.status() == 422).hasSize(180);
        assertThat(admitted.stream().map(a -> a.body().at("/sequenceNumber").asInt()))
                .doesNotHaveDuplicates()
                .allMatch(sequence -> sequence >= 1 && sequence <= 20);
        assertThat(taken(house, session)).isEqualTo(20);
        assertThat(active(house, session)).isEqualTo(20);
    }

    @Test
    void oneNumberTwentyTimesAtOnceIsOneOrder() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 20);
        Map<String, Object> order = order(newNumber(), session);
        List<JsonNode> answers = atOnce(20, i -> submit(house, order)).stream()
                .map(Answer::body)
                .distinct()
                .toList();
        assertThat(answers).singleElement().satisfies(body -> assertThat(
                        body.at("/sequenceNumber").asInt())
                .isEqualTo(1));
        assertThat(taken(house, session)).isEqualTo(1);
    }

    private Answer submit(House house, Map<String, Object> order) {
        try {
            return signed(house, "POST", "/orders", order);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Submitted and cancelled at once, in any order: ledger and orders agree, and no number is lost or given twice. */
    @Test
    void theLedgerAgreesWithTheOrdersWhateverMeets() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 10);
        List<String> numbers = java.util.stream.Stream.generate(ServiceTest::newNumber)
                .limit(15)
                .toList();
        List<Integer> statuses = atOnce(120, i -> {
            String number = numbers.get(i % numbers.size());
            try {
                return i % 3 == 0
                        ? signed(house, "POST", "/orders/" + number + "/cancelled", null)
                                .status()
                        : signed(house, "POST", "/orders", order(number, session))
                                .status();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        assertThat(statuses).allMatch(status -> status == 201 || status == 204 || status == 422);
        assertThat(taken(house, session)).isEqualTo(active(house, session)).isBetween(0, 10);
        for (String number : numbers) {
            Answer answer = signed(house, "POST", "/orders/" + number + "/cancelled", null);
            assertThat(answer.status()).isEqualTo(204);
        }
        assertThat(taken(house, session)).isZero();
    }

    @Test
    void aFullSessionRefusesForGoodAndACancelledNumberIsFreeForAnother() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 1);
        String first = newNumber();
        String second = newNumber();
        assertThat(submit(house, order(first, session)).status()).isEqualTo(201);
        Answer refused = submit(house, order(second, session));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/code")).isEqualTo("rejected");
        assertThat(refused.text("/detail")).isEqualTo("号源已满");

        for (int i = 0; i < 2; i++) {
            assertThat(signed(house, "POST", "/orders/" + first + "/cancelled", null)
                            .status())
                    .isEqualTo(204);
        }
        assertThat(taken(house, session)).isZero();
        assertThat(submit(house, order(second, session)).text("/detail")).isEqualTo("号源已满");
        Answer third = submit(house, order(newNumber(), session));
        assertThat(third.status()).isEqualTo(201);
        assertThat(third.body().at("/sequenceNumber").asInt()).isEqualTo(2);
        assertThat(signed(house, "GET", "/orders/" + second, null).text("/status"))
                .isEqualTo("rejected");
    }

    @Test
    void whatWasCancelledBeforeItCameIsRefused() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 5);
        String number = newNumber();
        assertThat(signed(house, "POST", "/orders/" + number + "/cancelled", null)
                        .status())
                .isEqualTo(204);
        assertThat(signed(house, "GET", "/orders/" + number, null).text("/status"))
                .isEqualTo("cancelled");
        Answer late = submit(house, order(number, session));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text("/code")).isEqualTo("rejected");
        assertThat(taken(house, session)).isZero();
    }

    @Test
    void aPaymentIsRecordedOnceAndNotForACancelledOrder() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 5);
        String number = newNumber();
        String paid = "/orders/" + number + "/paid";
        assertThat(signed(house, "POST", paid, null).status()).isEqualTo(404);
        submit(house, order(number, session));
        for (int i = 0; i < 2; i++) {
            assertThat(signed(house, "POST", paid, null).status()).isEqualTo(204);
        }
        assertThat(signed(house, "GET", "/orders/" + number, null).text("/status"))
                .isEqualTo("paid");
        signed(house, "POST", "/orders/" + number + "/cancelled", null);
        assertThat(signed(house, "POST", paid, null).status()).isEqualTo(409);
        assertThat(taken(house, session)).isZero();
    }

    @Test
    void anOrderThatDoesNotFitTheScheduleIsRefusedWithAReason() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 5);
        Map<String, Object> wrong = Map.of(
                "hospitalScheduleId", "nowhere",
                "departmentCode", "9999",
                "visitDate", tomorrow().plusDays(1).toString(),
                "session", "pm",
                "fee", "79.00");
        wrong.forEach((field, value) -> {
            Map<String, Object> order = order(newNumber(), session);
            order.put(field, value);
            Answer answer = submit(house, order);
            assertThat(answer.status()).as(field).isEqualTo(422);
            assertThat(answer.text("/detail")).as(field).isNotBlank();
        });
        jdbc.sql("UPDATE schedule SET status = 'closed' WHERE id = ?")
                .param(session)
                .update();
        assertThat(submit(house, order(newNumber(), session)).text("/detail")).isEqualTo("该班次已停止预约");
        assertThat(taken(house, session)).isZero();
    }

    @Test
    void eachFieldIsJudged() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 5);
        for (String field : List.of("number", "hospitalScheduleId", "visitDate", "session", "fee", "patient")) {
            Map<String, Object> order = order(newNumber(), session);
            order.put(field, field.equals("patient") ? Map.of("name", "张三") : "?/");
            Answer answer = submit(house, order);
            boolean judged = !field.equals("hospitalScheduleId");
            assertThat(answer.status()).as(field).isEqualTo(judged ? 400 : 422);
            if (judged) {
                assertThat(answer.text("/errors/0/field")).as(field).startsWith(field);
            }
        }
        assertThat(signed(house, "POST", "/orders", "{").status()).isEqualTo(400);
        assertThat(signed(house, "GET", "/orders/a%20b", null).status()).isEqualTo(400);
        assertThat(signed(house, "DELETE", "/orders/1", null).status()).isEqualTo(405);
    }

    @Test
    void thePatientsCertificateIsEncryptedAtRest() throws Exception {
        House house = houses.open();
        String number = newNumber();
        submit(house, order(number, houses.session(house, 5)));
        String stored = jdbc.sql("SELECT certificate_number FROM appointment_order WHERE number = ?")
                .param(number)
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain("19491231").hasSizeGreaterThan(40);
    }
}
