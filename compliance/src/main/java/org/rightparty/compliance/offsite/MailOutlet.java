package org.rightparty.compliance.offsite;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;

/// A mailbox, the compliance officer's or the creditor's: what was received stays received.
public final class MailOutlet implements Outlet {
    private static final String TIMEOUT_MILLIS = "20000";
    private final Server server;
    private final String from;
    private final String to;
    private final Duration every;

    /// @param to one address or several with commas between
    public MailOutlet(Server server, String from, String to, Duration every) {
        this.server = server;
        this.from = from;
        this.to = to;
        this.every = every;
    }

    /// @param user empty when the server asks for none
    /// @param tls whether STARTTLS is required; only a server on this machine can do without
    public record Server(String host, int port, String user, String password, boolean tls) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Duration every() {
        return every;
    }

    @Override
    public void send(Copy checkpoint) {
        try {
            Transport.send(message(checkpoint));
        } catch (MessagingException failed) {
            throw new OutletFailure("the mail was not accepted", failed);
        }
    }

    private MimeMessage message(Copy checkpoint) throws MessagingException {
        MimeMessage message = new MimeMessage(session());
        message.setFrom(new InternetAddress(from));
        message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(to));
        message.setSentDate(Date.from(checkpoint.at()));
        message.setSubject(
                "Ledger checkpoint " + checkpoint.id() + ": " + checkpoint.size() + " entries",
                "UTF-8");
        MimeBodyPart words = new MimeBodyPart();
        words.setText(
                """
                The attached checkpoint was signed at %s over %d entries.
                Keep it: with it you can show that nothing before it was changed since.

                    ./rightparty ledger verify EXPORT.zip --kept %s
                """
                        .formatted(checkpoint.at(), checkpoint.size(), checkpoint.fileName()),
                "UTF-8");
        MimeBodyPart note = new MimeBodyPart();
        note.setDataHandler(
                new jakarta.activation.DataHandler(
                        new jakarta.mail.util.ByteArrayDataSource(
                                checkpoint.note().getBytes(StandardCharsets.UTF_8),
                                "application/octet-stream")));
        note.setFileName(checkpoint.fileName());
        message.setContent(new MimeMultipart(words, note));
        return message;
    }

    private Session session() {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", Integer.toString(server.port()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(server.tls()));
        properties.put("mail.smtp.starttls.required", Boolean.toString(server.tls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        if (server.user().isEmpty()) {
            return Session.getInstance(properties);
        }
        properties.put("mail.smtp.auth", "true");
        return Session.getInstance(
                properties,
                new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(server.user(), server.password());
                    }
                });
    }
}
