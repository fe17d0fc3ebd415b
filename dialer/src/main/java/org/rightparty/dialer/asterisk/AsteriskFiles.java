package org.rightparty.dialer.asterisk;

import org.rightparty.dialer.asterisk.AsteriskSite.Tls;
import org.rightparty.dialer.asterisk.AsteriskSite.Translation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes the configuration of an Asterisk 22: what `asterisk-config DIR` does.
public final class AsteriskFiles {
    /// Templates with something to fill in, or none.
    private static final List<String> TEMPLATES =
            List.of(
                    "amd.conf",
                    "asterisk.conf",
                    "cdr.conf",
                    "confbridge.conf",
                    "extensions.conf",
                    "features.conf",
                    "http.conf",
                    "indications.conf",
                    "logger.conf",
                    "manager.conf",
                    "modules.conf",
                    "musiconhold.conf",
                    "pjsip.conf",
                    "rtp.conf");

    /// Asterisk complains when these are missing; there is nothing to say in them.
    private static final List<String> EMPTY =
            List.of(
                    "acl",
                    "ccss",
                    "cel",
                    "cli",
                    "codecs",
                    "dsp",
                    "extconfig",
                    "pjproject",
                    "sorcery",
                    "stasis",
                    "udptl");

    private static final List<String> SOUNDS = List.of("safe-harbor.ulaw", "moh/hold.ulaw");
    private static final Pattern BLANK = Pattern.compile("@([A-Z_]+)@");
    private static final String NO_SETTINGS = "; Nothing to set here; Asterisk wants the file.\n";

    private static final Set<PosixFilePermission> OWNER =
            PosixFilePermissions.fromString("rw-------");

    private AsteriskFiles() {}

    /// Writes every file into `directory`, which is made if need be, over those of an earlier time.
    ///
    /// @param mode who may read and write them; they hold secrets
    /// @throws IOException if the directory cannot be written
    public static void write(AsteriskSite site, Path directory, Set<PosixFilePermission> mode)
            throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<String, String> file : render(site).entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.deleteIfExists(path);
            Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER));
            Files.writeString(path, file.getValue());
            Files.setPosixFilePermissions(path, mode);
        }
        for (String sound : SOUNDS) {
            Path path = directory.resolve("sounds").resolve(sound);
            Files.createDirectories(path.resolve("..").normalize());
            try (InputStream in = resource("sounds/" + sound)) {
                Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /// File names and their text.
    static Map<String, String> render(AsteriskSite site) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        Map<String, String> values = values(site);
        for (String template : TEMPLATES) {
            files.put(template, fill(template, text(template), values));
        }
        EMPTY.forEach(name -> files.put(name + ".conf", NO_SETTINGS));
        files.put("pjsip_trunks.conf", PhoneBook.trunks(site.carriers()));
        files.put("pjsip_phones.conf", PhoneBook.phones(site.phones()));
        return files;
    }

    private static Map<String, String> values(AsteriskSite site) {
        AsteriskSite.Paths paths = site.paths();
        AsteriskSite.Ports ports = site.ports();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("ETC", paths.etc());
        values.put("LIB", paths.lib());
        values.put("SPOOL", paths.spool());
        values.put("RUN", paths.run());
        values.put("LOG", paths.log());
        values.put("SOUNDS", paths.sounds());
        values.put("MODULES", paths.modules());
        values.put("SYSTEM_NAME", site.systemName());
        values.put("ADDRESS", site.address());
        values.put("SIP_PORT", Integer.toString(ports.sip()));
        values.put("AMI_PORT", Integer.toString(ports.ami()));
        values.put("HTTP_PORT", Integer.toString(ports.http()));
        values.put("RTP_START", Integer.toString(ports.rtpFirst()));
        values.put("RTP_END", Integer.toString(ports.rtpLast()));
        values.put("AMI_USER", site.manager().user());
        values.put("AMI_SECRET", site.manager().secret());
        values.put("AMI_BIND", site.manager().bind());
        values.put(
                "AMI_PERMITS",
                site.manager().permits().stream()
                        .map(network -> "permit = " + network)
                        .collect(Collectors.joining("\n")));
        values.put("TLS", site.tls().map(tls -> secured(tls, site.address())).orElse(""));
        values.put("WSS", site.tls().map(_ -> wss(site.address())).orElse(""));
        values.put("ICE", site.translation().map(AsteriskFiles::candidates).orElse(""));
        values.put("NAT", site.translation().map(t -> told(t, site.manager())).orElse(""));
        return values;
    }

    private static String secured(Tls tls, String address) {
        return """

        tlsenable = yes
        tlsbindaddr = %s:%d
        tlscertfile = %s
        tlsprivatekey = %s\
        """
                .formatted(address, tls.port(), tls.certificate(), tls.key());
    }

    private static String wss(String address) {
        return """

        [wss]
        type = transport
        protocol = wss
        bind = %s
        """
                .formatted(address);
    }

    private static String candidates(Translation translation) {
        return """

        ; Browsers are told this address in place of Asterisk's own, which they cannot reach.
        [ice_host_candidates]
        %s => %s\
        """
                .formatted(translation.inside(), translation.outside());
    }

    /// What a transport says of itself to those who are not near.
    private static String told(Translation translation, AsteriskSite.Manager manager) {
        if (translation.reach() == Translation.Reach.BROWSERS) {
            return "";
        }
        String near =
                manager.permits().stream()
                        .map(network -> "\nlocal_net = " + network)
                        .collect(Collectors.joining());
        return "\nexternal_signaling_address = %1$s\nexternal_media_address = %1$s%2$s"
                .formatted(translation.outside(), near);
    }

    private static String fill(String name, String template, Map<String, String> values) {
        Matcher blank = BLANK.matcher(template);
        return blank.replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalStateException(name + " asks for " + match.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static String text(String name) throws IOException {
        try (InputStream in = resource(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream resource(String name) {
        InputStream in = AsteriskFiles.class.getResourceAsStream("/asterisk/" + name);
        if (in == null) {
            throw new IllegalStateException("missing resource asterisk/" + name);
        }
        return in;
    }
}
