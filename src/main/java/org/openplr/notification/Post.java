package org.openplr.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Smtp;

/** One way to the mail server, opened with the first letter, for one round of them. */
final class Post implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Post.class.getName());
    private static final String WAIT_MILLIS = "15000";
    private static final String UTF_8 = "UTF-8";

    private final Smtp smtp;
    private final String host;
    private final Session session;
    private @Nullable Transport transport;

    /**
     * The way to this server.
     *
     * @param host of our own address, for the ids of letters
     */
    Post(Smtp smtp, String host) {
        this.smtp = smtp;
        this.host = host;
        this.session = Session.getInstance(properties(smtp));
    }

    private static Properties properties(Smtp smtp) {
        var properties = new Properties();
        var own = "mail." + protocol(smtp) + ".";
        properties.setProperty(own + "connectiontimeout", WAIT_MILLIS);
        properties.setProperty(own + "timeout", WAIT_MILLIS);
        properties.setProperty(own + "writetimeout", WAIT_MILLIS);
        properties.setProperty(own + "from", smtp.sender().text());
        properties.setProperty(own + "auth", Boolean.toString(!smtp.user().isEmpty()));
        properties.setProperty(own + "ssl.checkserveridentity", "true");
        var starttls = Boolean.toString(smtp.security() == Smtp.Security.STARTTLS);
        properties.setProperty(own + "starttls.enable", starttls);
        properties.setProperty(own + "starttls.required", starttls);
        return properties;
    }

    private static String protocol(Smtp smtp) {
        return smtp.security() == Smtp.Security.TLS ? "smtps" : "smtp";
    }

    /** Hands a letter over; what was in the way, or nothing once the server has taken it. */
    Optional<Trouble> send(Letter letter) {
        Transport open;
        try {
            open = open();
        } catch (AuthenticationFailedException refused) {
            LOG.log(Level.FINE, "the mail server wants another user or password", refused);
            return Optional.of(Trouble.LOGIN);
        } catch (MessagingException unreachable) {
            LOG.log(Level.FINE, "the mail server cannot be reached", unreachable);
            return Optional.of(Trouble.UNREACHABLE);
        }
        try {
            var message = message(letter);
            open.sendMessage(message, message.getAllRecipients());
            return Optional.empty();
        } catch (SendFailedException refused) {
            close();
            var invalid = refused.getInvalidAddresses();
            return Optional.of(invalid != null && invalid.length > 0 ? Trouble.REFUSED : Trouble.NOT_NOW);
        } catch (MessagingException broken) {
            close();
            LOG.log(Level.FINE, "the mail server did not take a letter", broken);
            return Optional.of(Trouble.NOT_NOW);
        }
    }

    private Transport open() throws MessagingException {
        var known = transport;
        if (known != null && known.isConnected()) return known;
        var fresh = session.getTransport(protocol(smtp));
        fresh.connect(
                smtp.host(),
                smtp.port(),
                smtp.user().isEmpty() ? null : smtp.user(),
                smtp.user().isEmpty() ? null : smtp.password());
        transport = fresh;
        return fresh;
    }

    /** A message whose id is its row's, each time it is sent. */
    private MimeMessage message(Letter letter) throws MessagingException {
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + letter.id() + "@" + host + ">");
            }
        };
        message.setFrom(new InternetAddress(smtp.sender().text(), true));
        message.setRecipient(
                MimeMessage.RecipientType.TO, new InternetAddress(letter.to().text(), true));
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(letter.date()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", letter.language().getLanguage());
        message.setContent(new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        return part;
    }

    @Override
    public void close() {
        var known = transport;
        transport = null;
        if (known == null) return;
        try {
            known.close();
        } catch (MessagingException gone) {
            LOG.log(Level.FINE, "the mail server has gone already", gone);
        }
    }
}
