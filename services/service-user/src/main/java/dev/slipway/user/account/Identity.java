package dev.slipway.user.account;

import dev.slipway.user.certificate.Certificate;
import org.jspecify.annotations.Nullable;

/**
 * Who a user claims to be.
 *
 * @param fileId uploaded picture of the document
 */
public record Identity(
        String name, Certificate certificate, @Nullable String fileId) {}
