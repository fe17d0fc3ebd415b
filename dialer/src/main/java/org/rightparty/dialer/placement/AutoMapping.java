package org.rightparty.dialer.placement;

import org.rightparty.dialer.placement.Mapping.Column;
import org.rightparty.dialer.placement.Mapping.Source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Finds the columns of a file by their header names, where nobody has said which is which.
///
/// Columns called home, cell or work phone take the next free number and say where it rings. Of two
/// columns that could hold one field the first is taken. Columns that match nothing are left alone.
public final class AutoMapping {
    private static final Map<String, String> PHONE_KINDS =
            Map.of(
                    "home",
                    "HOME",
                    "cell",
                    "MOBILE",
                    "mobile",
                    "MOBILE",
                    "work",
                    "WORK",
                    "business",
                    "WORK",
                    "employer",
                    "WORK",
                    "other",
                    "OTHER",
                    "alternate",
                    "OTHER");
    private static final List<String> PHONE_WORDS =
            List.of("phonenumber", "telephone", "phone", "number", "tel", "");

    private final List<String> header;
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, String> defaults = new TreeMap<>();
    private final Set<String> taken = new HashSet<>();

    private AutoMapping(List<String> header) {
        this.header = header;
    }

    /// The mapping with columns for every header that is well known.
    public static Mapping complete(Mapping mapping, List<String> header) {
        AutoMapping search = new AutoMapping(header);
        search.takeNamedFields();
        search.takePhoneKinds();
        return mapping.withColumns(search.columns, search.defaults);
    }

    private void takeNamedFields() {
        for (int i = 0; i < header.size(); i++) {
            Optional<Field> field = Fields.byHeader(header.get(i));
            if (field.isPresent() && taken.add(field.get().name())) {
                columns.add(new Column(field.get().name(), new Source.Position(i + 1)));
            }
        }
    }

    private void takePhoneKinds() {
        for (int i = 0; i < header.size(); i++) {
            String kind = phoneKind(Field.bare(header.get(i)));
            String phone = freePhone();
            if (!kind.isEmpty() && !phone.isEmpty()) {
                taken.add(phone);
                columns.add(new Column(phone, new Source.Position(i + 1)));
                defaults.put(phone + "_place", kind);
                if (kind.equals("MOBILE")) {
                    defaults.put(phone + "_type", kind);
                }
            }
        }
    }

    private static String phoneKind(String bare) {
        String name = bare.replaceFirst("[0-9]$", "");
        for (String word : PHONE_WORDS) {
            if (name.endsWith(word)) {
                String kind = PHONE_KINDS.get(name.substring(0, name.length() - word.length()));
                if (kind != null && (!word.isEmpty() || "cell mobile".contains(name))) {
                    return kind;
                }
            }
        }
        return "";
    }

    private String freePhone() {
        for (int n = 1; n <= Fields.PHONES_MAX; n++) {
            if (!taken.contains("phone" + n)) {
                return "phone" + n;
            }
        }
        return "";
    }
}
