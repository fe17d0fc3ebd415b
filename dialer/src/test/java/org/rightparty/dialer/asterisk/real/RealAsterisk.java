package org.rightparty.dialer.asterisk.real;

import org.rightparty.dialer.asterisk.AsteriskConfig;
import org.rightparty.dialer.asterisk.AsteriskFiles;
import org.rightparty.dialer.asterisk.AsteriskSite;
import org.rightparty.dialer.asterisk.AsteriskSite.Carrier;
import org.rightparty.dialer.asterisk.AsteriskSite.Paths;
import org.rightparty.dialer.asterisk.AsteriskSite.Phone;
import org.rightparty.dialer.asterisk.AsteriskSite.Ports;
import org.rightparty.dialer.asterisk.AsteriskSite.Translation;
import org.rightparty.dialer.asterisk.Trunk;
import org.rightparty.dialer.call.Telephone.AgentLine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An Asterisk 22 in a chroot, with the product's own configuration, on free ports.
///
/// Its desk phones 1001 to 1060 are SIPp's; softphones are those a test names.
public final class RealAsterisk implements AutoCloseable {
    private static final String SECRET = "only-for-tests-1";
    static final String SECOND = "second";
    static final String DEAD = "dead";
    private static final int FIRST_DESK = 1001;
    private static final int LAST_DESK = 1060;

    private final String instance;
    private final Path root;
    private final Ports ports =
            new Ports(
                    Programs.freeUdpPort(),
                    Programs.freeTcpPort(),
                    Programs.freeTcpPort(),
                    Programs.firstRtpPort(0),
                    Programs.lastRtpPort(0));
    private final Path configuration;
    private int kills;
    private volatile boolean frozen;

    private RealAsterisk(String name) throws IOException {
        this.instance = "rp" + ProcessHandle.current().pid() + name;
        this.root = root();
        this.configuration = Files.createTempDirectory("rightparty-asterisk");
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /// Starts one. The test fails here, with the cure in the message, when the fixture is missing.
    ///
    /// @param name lower-case letters, different for each one a test run has at a time
    /// @param softphones lines with their SIP secrets
    public static RealAsterisk start(
            String name, SippCarrier carrier, Map<String, String> softphones) {
        try {
            RealAsterisk asterisk = new RealAsterisk(name);
            AsteriskFiles.write(
                    asterisk.site(carrier, softphones),
                    asterisk.configuration,
                    PosixFilePermissions.fromString("rw-r-----"));
            asterisk.start();
            return asterisk;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// One that is not started before it was told its configuration.
    ///
    /// @param name lower-case letters, different for each one a test run has at a time
    public static RealAsterisk bare(String name) {
        try {
            return new RealAsterisk(name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// What `asterisk-config` says of these things for this one.
    ///
    /// @param trunk where the carrier is
    public Map<String, String> settings(SippCarrier trunk) throws IOException {
        return Map.of(
                "ami", Integer.toString(ports.ami()),
                "secret", SECRET,
                "directory", "/srv/" + instance,
                "modules", modules(),
                "rtpFirst", Integer.toString(ports.rtpFirst()),
                "rtpLast", Integer.toString(ports.rtpLast()),
                "trunk", "127.0.0.1:" + trunk.consumersPort());
    }

    /// Takes over what `asterisk-config` wrote. Several stand side by side here: this one keeps to
    /// directories and ports of its own where Debian's would be.
    public void configure(Path rendered) throws IOException {
        Map<String, String> moved =
                Map.of(
                        "/var/lib/asterisk", "/srv/" + instance + "/lib",
                        "/var/run/asterisk", "/srv/" + instance + "/run",
                        "/var/log/asterisk", "/srv/" + instance + "/log",
                        "bind = 127.0.0.1:5060", "bind = 127.0.0.1:" + ports.sip(),
                        "bindport = 8088", "bindport = " + ports.http());
        try (Stream<Path> files = Files.list(rendered)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                for (Map.Entry<String, String> move : moved.entrySet()) {
                    text = text.replace(move.getKey(), move.getValue());
                }
                add(file.getFileName().toString(), text);
            }
        }
    }

    /// Puts a file of the site's own beside its configuration, for the next start or reload.
    public void add(String file, String text) throws IOException {
        Path path = configuration.resolve(file);
        Files.createDirectories(path.resolve("..").normalize());
        Files.writeString(path, text);
    }

    /// Reads its configuration anew while it runs.
    public void reload() {
        up("reload");
    }

    private static Path root() {
        String set = System.getenv("AST_ROOT");
        Path root = Path.of(set == null ? "/var/cache/rightparty/asterisk-root" : set);
        if (Files.isExecutable(root.resolve("usr/sbin/asterisk"))) {
            return root;
        }
        throw new IllegalStateException(Programs.missing("Asterisk at " + root));
    }

    private AsteriskSite site(SippCarrier carrier, Map<String, String> softphones)
            throws IOException {
        List<Phone> phones = new ArrayList<>();
        softphones.forEach((line, secret) ->
                phones.add(new Phone(line, AgentLine.Kind.BROWSER, secret, Optional.empty())));
        String contact = "127.0.0.1:" + carrier.agentsPort();
        for (int line = FIRST_DESK; line <= LAST_DESK; line++) {
            phones.add(
                    new Phone(
                            Integer.toString(line),
                            AgentLine.Kind.DESK,
                            "unused-" + line,
                            Optional.of(contact)));
        }
        return new AsteriskSite(
                Paths.under("/srv/" + instance, modules()),
                "t" + ProcessHandle.current().pid(),
                "127.0.0.1",
                ports,
                AsteriskSite.Manager.onLoopback(SECRET),
                carriers(carrier),
                phones,
                Optional.empty(),
                ownAddress()
                        .map(own -> new Translation(own, "127.0.0.1", Translation.Reach.BROWSERS)));
    }

    /// Nobody is behind the third.
    private static List<Carrier> carriers(SippCarrier carrier) {
        Carrier first = new Carrier("practice", "127.0.0.1", carrier.consumersPort());
        return carrier.secondPort()
                .map(port ->
                        List.of(
                                first,
                                new Carrier(SECOND, "127.0.0.1", port),
                                new Carrier(DEAD, "127.0.0.1", Programs.freeUdpPort())))
                .orElse(List.of(first));
    }

    /// This machine's first address that is not loopback, which browsers must be told otherwise.
    private static Optional<String> ownAddress() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet4Address.class::isInstance)
                .filter(address -> !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
    }

    private String modules() throws IOException {
        try (Stream<Path> found = Files.list(root.resolve("usr/lib"))) {
            return found.map(path -> path.resolve("asterisk/modules"))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .map(path -> "/" + root.relativize(path))
                    .orElseThrow();
        }
    }

    /// How the product reaches it.
    ///
    /// @param mark of the installation
    public AsteriskConfig config(String mark) {
        return config(mark, ports.ami());
    }

    /// The same, by way of another port.
    public AsteriskConfig config(String mark, int amiPort) {
        return new AsteriskConfig(
                "127.0.0.1",
                amiPort,
                "rightparty",
                SECRET,
                List.of(new Trunk("practice", 400, 200, true)),
                "/srv/" + instance + "/spool/monitor",
                mark);
    }

    /// By these ways out.
    AsteriskConfig over(List<Trunk> trunks) {
        AsteriskConfig one = config("trunks");
        return new AsteriskConfig(
                one.host(),
                one.port(),
                one.user(),
                one.secret(),
                trunks,
                one.recordings(),
                one.mark());
    }

    public int amiPort() {
        return ports.ami();
    }

    /// Where telephones register (UDP).
    public int sipPort() {
        return ports.sip();
    }

    /// Where softphones connect: `ws://127.0.0.1:<port>/ws`.
    public int webSocketPort() {
        return ports.http();
    }

    /// A desk phone that SIPp plays; `number` is 1 to 60.
    public static String deskLine(int number) {
        return Integer.toString(FIRST_DESK + number - 1);
    }

    /// A file named by the switch, such as a recording, as this process sees it.
    public Path onHost(String path) {
        return root.resolve(path.substring(1));
    }

    /// Where it writes what it knows of calls.
    public Path callRecords() {
        return onHost("/srv/" + instance + "/log/cdr-csv/Master.csv");
    }

    public void start() {
        up("start");
    }

    /// SIGKILL: calls are cut without a word, and nobody tells SIPp, which sends on what each of
    /// them heard. The next start has other ports for sound: with twelve dead calls on the same
    /// thirty, 4 of 136 people were heard with a dead call's greeting and taken for machines. Of
    /// the five thousand of a house few meet again, and only until the far side hangs up.
    public void kill() {
        up("kill");
        kills++;
        try {
            Path rtp = configuration.resolve("rtp.conf");
            String moved =
                    Files.readString(rtp)
                            .replaceFirst(
                                    "rtpstart = \\d+", "rtpstart = " + Programs.firstRtpPort(kills))
                            .replaceFirst(
                                    "rtpend = \\d+", "rtpend = " + Programs.lastRtpPort(kills));
            Files.writeString(rtp, moved);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// It answers nothing and ends nothing until [#thaw].
    public void freeze() {
        signal("-STOP");
        frozen = true;
    }

    public void thaw() {
        signal("-CONT");
        frozen = false;
    }

    private void signal(String signal) {
        Programs.run(Map.of(), List.of("kill", signal, up("pid").strip()));
    }

    public String console(String command) {
        return up("cli", command);
    }

    private String up(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Programs.directory().resolve("asterisk-up").toString());
        command.addAll(List.of(arguments));
        return Programs.run(
                Map.of(
                        "AST_ROOT",
                        root.toString(),
                        "AST_NAME",
                        instance,
                        "AST_CONF",
                        configuration.toString(),
                        "AST_PORTS",
                        ports.ami() + " " + ports.http()),
                command);
    }

    /// Stops it and removes what it left. A frozen one cannot be told to stop, and is thawed first.
    @Override
    public void close() {
        if (Files.exists(onHost("/srv/" + instance))) {
            if (frozen) {
                thaw();
            }
            up("destroy");
        }
    }
}
