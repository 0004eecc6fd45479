package dev.slipway.user.token.web;

import com.nimbusds.jose.jwk.ECKey;
import java.util.List;

/** A JSON Web Key Set (RFC 7517) of public P-256 keys. */
record KeySetView(List<KeyView> keys) {
    record KeyView(String kty, String crv, String kid, String use, String alg, String x, String y) {
        static KeyView of(ECKey key) {
            return new KeyView(
                    "EC",
                    key.getCurve().getName(),
                    key.getKeyID(),
                    "sig",
                    "ES256",
                    key.getX().toString(),
                    key.getY().toString());
        }
    }
}
