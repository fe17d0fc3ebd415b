package org.rightparty.dialer.asterisk;

import org.rightparty.dialer.asterisk.AsteriskSite.Carrier;
import org.rightparty.dialer.asterisk.AsteriskSite.Phone;

import java.util.List;
import java.util.stream.Collectors;

/// The two parts of `pjsip.conf` that grow: trunks and telephones.
final class PhoneBook {
    private PhoneBook() {}

    static String trunks(List<Carrier> carriers) {
        return "; The far ends of the trunks. Written by Rightparty.\n"
                + carriers.stream().map(PhoneBook::trunk).collect(Collectors.joining());
    }

    private static String trunk(Carrier carrier) {
        return """

        [%1$s](trunk)
        aors = %1$s
        [%1$s]
        type = aor
        contact = sip:%2$s:%3$d
        qualify_frequency = 0
        [%1$s]
        type = identify
        endpoint = %1$s
        match = %2$s:%3$d
        """
                .formatted(carrier.trunk(), carrier.host(), carrier.port());
    }

    static String phones(List<Phone> phones) {
        return "; The agents' telephones. Written by Rightparty.\n"
                + phones.stream().map(PhoneBook::phone).collect(Collectors.joining());
    }

    private static String phone(Phone phone) {
        String endpoint = Endpoints.of(phone.kind(), phone.line());
        return phone.fixedContact()
                .map(contact -> fixed(endpoint, contact))
                .orElseGet(() -> registering(endpoint, phone));
    }

    private static String fixed(String endpoint, String contact) {
        return """

        [%1$s](phone-desk)
        aors = %1$s
        [%1$s]
        type = aor
        contact = sip:%1$s@%2$s
        """
                .formatted(endpoint, contact);
    }

    private static String registering(String endpoint, Phone phone) {
        String template =
                switch (phone.kind()) {
                    case BROWSER -> "phone-web";
                    case DESK -> "phone-desk";
                };
        return """

        [%1$s](%2$s)
        aors = %1$s
        auth = %1$s
        [%1$s](contact-registered)
        [%1$s](secret)
        username = %1$s
        password = %3$s
        """
                .formatted(endpoint, template, phone.secret());
    }
}
