package dev.slipway.order.payment.cashier.web;

import dev.slipway.order.payment.cashier.CashierTrade;
import dev.slipway.order.payment.qr.QrPicture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.springframework.web.util.HtmlUtils;

/** One plain page. */
final class CashierPage {
    static final String POLICY =
            "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src"
                    + " 'self'";

    private final String template = template();

    String html(CashierTrade trade) {
        return template.replace("{{description}}", HtmlUtils.htmlEscape(trade.description(), "UTF-8"))
                .replace("{{amount}}", trade.amount().toString())
                .replace("{{state}}", trade.state().name())
                .replace("{{number}}", trade.outTradeNo())
                .replace("{{qr}}", Base64.getEncoder().encodeToString(QrPicture.png("/cashier/" + trade.outTradeNo())));
    }

    private static String template() {
        try (InputStream page = CashierPage.class.getResourceAsStream("/cashier/page.html")) {
            return new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
