package org.rightparty.dialer.asterisk.real;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/// Somebody out there who calls us: one INVITE without sound, and what it is answered with.
final class IncomingCall {
    private static final int WAIT_MILLIS = 5_000;
    private static final int LENGTH_MAX = 4_096;

    private IncomingCall() {}

    /// @return the final status of the answer, 486
    static int place(int port, String from, String to) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (DatagramSocket socket = new DatagramSocket(0, here)) {
            socket.setSoTimeout(WAIT_MILLIS);
            send(socket, port, request("INVITE", socket.getLocalPort(), from, to, ""));
            while (true) {
                String answer = receive(socket);
                int status = Integer.parseInt(answer.split(" ", 3)[1]);
                if (status >= 200) {
                    String tag =
                            answer.replaceFirst("(?s).*\nTo:[^\n]*;tag=([^\r\n;]+).*", ";tag=$1");
                    send(socket, port, request("ACK", socket.getLocalPort(), from, to, tag));
                    return status;
                }
            }
        }
    }

    private static String request(String method, int port, String from, String to, String tag) {
        return """
        %1$s sip:%4$s@127.0.0.1 SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.1:%2$d;branch=z9hG4bK%2$d;rport
        Max-Forwards: 70
        From: <sip:%3$s@127.0.0.1>;tag=caller
        To: <sip:%4$s@127.0.0.1>%5$s
        Call-ID: call-%2$d
        CSeq: 1 %1$s
        Contact: <sip:%3$s@127.0.0.1:%2$d>
        Content-Length: 0

        """
                .formatted(method, port, from, to, tag)
                .replace("\n", "\r\n");
    }

    private static void send(DatagramSocket socket, int port, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        socket.send(
                new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
    }

    private static String receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[LENGTH_MAX], LENGTH_MAX);
        socket.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
    }
}
