package org.rightparty.console.web;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/// Networks as a house names them, such as `10.1.2.0/24 2001:db8::/32`.
public final class Networks {
    public static final Networks NONE = new Networks(List.of());

    private final List<Network> all;

    private Networks(List<Network> all) {
        this.all = List.copyOf(all);
    }

    /// @param length of the address in bits
    /// @param fixed how many of them, from the first, all addresses of the network share
    private record Network(BigInteger address, int length, int fixed) {
        static Network of(InetAddress address, int fixed) {
            byte[] bytes = address.getAddress();
            int length = bytes.length * Byte.SIZE;
            BigInteger number = new BigInteger(1, bytes).shiftRight(length - fixed);
            return new Network(number, length, fixed);
        }

        boolean holds(InetAddress other) {
            return other.getAddress().length * Byte.SIZE == length && of(other, fixed).equals(this);
        }
    }

    /// Reads networks or single addresses, separated by blanks or commas.
    ///
    /// @throws IllegalArgumentException when one is none; its message names it
    public static Networks read(String text) {
        List<Network> all = new ArrayList<>();
        for (String one : text.split("[,\\s]+", -1)) {
            if (!one.isEmpty()) {
                all.add(network(one));
            }
        }
        return all.isEmpty() ? NONE : new Networks(all);
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        try {
            InetAddress address =
                    InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            if (text.indexOf(':') < 0 && !text.startsWith(address.getHostAddress())) {
                throw new IllegalArgumentException(text); // 10.1.2 would be taken for 10.1.0.2
            }
            int most = address.getAddress().length * Byte.SIZE;
            int fixed = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
            if (fixed < 0 || fixed > most) {
                throw new IllegalArgumentException(text);
            }
            return Network.of(address, fixed);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("'" + text + "' is no network", wrong);
        }
    }

    /// Whether an address, written as a literal, lies in one of them.
    boolean hold(String address) {
        if (all.isEmpty()) {
            return false;
        }
        InetAddress asked = InetAddress.ofLiteral(address);
        return all.stream().anyMatch(network -> network.holds(asked));
    }
}
