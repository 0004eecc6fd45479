package dev.slipway.gateway.limit;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom an address is counted as: an IPv6 client owns a whole /64 and could use each address of it once. */
final class Subnets {
    private Subnets() {}

    static String of(String address) {
        byte[] bytes = address.indexOf(':') < 0 ? null : NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null || bytes.length != 16 ? address : HexFormat.of().formatHex(Arrays.copyOf(bytes, 8));
    }
}
