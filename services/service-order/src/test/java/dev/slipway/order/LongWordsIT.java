package dev.slipway.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongWordsIT extends ServiceTest {
    @Test
    void wordsOfTheHospitalThatAreTooLongAreCut() {
        String time = HOSPITAL.fetchTime;
        String address = HOSPITAL.fetchAddress;
        try {
            HOSPITAL.fetchTime = "时".repeat(150);
            HOSPITAL.fetchAddress = "🏥".repeat(250);
            Answer made = book(newUser(), newSchedule(1));
            assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
            assertThat(made.text("/fetchTime")).isEqualTo("时".repeat(100));
            assertThat(made.text("/fetchAddress")).isEqualTo("🏥".repeat(200));
        } finally {
            HOSPITAL.fetchTime = time;
            HOSPITAL.fetchAddress = address;
        }
    }
}
