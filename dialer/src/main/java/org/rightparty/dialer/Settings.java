package org.rightparty.dialer;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.DialerConfig.BadSetting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Reads the settings of one section. Whatever cannot be used is refused with the place where it
/// was given, its key, its value and what would be right; a secret's value is not shown.
final class Settings {
    private final Config config;
    private final String path;

    /// @param path the section's key, `rightparty`
    Settings(Config config, String path) {
        this.config = config;
        this.path = path;
    }

    String text(String key) {
        try {
            return config.getString(key);
        } catch (ConfigException wrong) {
            throw bad(key, wrong, "it must be a text");
        }
    }

    /// A text of this form.
    ///
    /// @param regex what the whole text must match
    /// @param mend what to write instead
    String text(String key, String regex, String mend) {
        String value = text(key);
        if (value.matches(regex)) {
            return value;
        }
        throw bad(key, mend);
    }

    int whole(String key, int least, int most) {
        return (int) whole(key, (long) least, most);
    }

    long whole(String key, long least, long most) {
        String mend = "it must be a whole number from " + least + " to " + most;
        String written = text(key, "[+-]?[0-9]{1,19}", mend);
        try {
            long value = Long.parseLong(written);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException tooLong) {
            throw bad(key, mend);
        }
        throw bad(key, mend);
    }

    double number(String key, double over, double most) {
        String mend = "it must be a number over " + over + " and at most " + most;
        String written = text(key, "[0-9]{1,15}(\\.[0-9]{1,15})?", mend);
        double value = Double.parseDouble(written);
        if (value > over && value <= most) {
            return value;
        }
        throw bad(key, mend);
    }

    boolean flag(String key) {
        try {
            return config.getBoolean(key);
        } catch (ConfigException wrong) {
            throw bad(key, wrong, "it must be true or false");
        }
    }

    /// Texts, as a list or as words between spaces or commas in one text.
    List<String> texts(String key) {
        try {
            return config.getValue(key).valueType() == ConfigValueType.LIST
                    ? List.copyOf(config.getStringList(key))
                    : List.of(config.getString(key).strip().split("[,\\s]+", -1));
        } catch (ConfigException wrong) {
            throw bad(key, wrong, "it must be a list of texts, [\"…\"]");
        }
    }

    /// The sections of a list.
    ///
    /// @param keys all that such a section may hold
    List<Settings> list(String key, Set<String> keys) {
        List<Settings> sections = new ArrayList<>();
        try {
            for (Config section : config.getConfigList(key)) {
                String place = path + "." + key + "[" + (sections.size() + 1) + "]";
                sections.add(new Settings(section, place));
            }
        } catch (ConfigException wrong) {
            throw bad(key, wrong, "it must be a list of sections, [ { … } ]");
        }
        sections.forEach(section -> section.refuseUnknown(keys));
        return sections;
    }

    private void refuseUnknown(Set<String> keys) {
        for (String key : config.root().keySet()) {
            if (!keys.contains(key)) {
                throw bad(key, "there is no such setting; there are " + listed(keys));
            }
        }
    }

    static String listed(Set<String> keys) {
        return String.join(", ", new TreeSet<>(keys));
    }

    /// What to throw when a value cannot be used.
    ///
    /// @param mend what would be right
    BadSetting bad(String key, String mend) {
        return bad(key, value(key), mend);
    }

    private BadSetting bad(String key, ConfigException wrong, String mend) {
        ConfigValue value = value(key);
        return value == null
                ? BadSetting.at(where(wrong.origin()), path + "." + key, "", mend)
                : bad(key, value, mend);
    }

    private BadSetting bad(String key, @Nullable ConfigValue value, String mend) {
        return value == null
                ? BadSetting.at("", path + "." + key, "", mend)
                : BadSetting.at(where(value.origin()), path + "." + key, shown(key, value), mend);
    }

    private @Nullable ConfigValue value(String key) {
        try {
            return config.hasPath(key) ? config.getValue(key) : null;
        } catch (ConfigException elsewhere) {
            return null;
        }
    }

    private static String shown(String key, ConfigValue value) {
        String name = key.toLowerCase(Locale.ROOT);
        boolean secret = name.endsWith("password") || name.endsWith("secret");
        return secret ? "•••" : value.render(com.typesafe.config.ConfigRenderOptions.concise());
    }

    /// The file and line, the environment variable or the command line.
    static String where(@Nullable ConfigOrigin origin) {
        if (origin == null) {
            return "";
        }
        String file = origin.filename() == null ? origin.resource() : origin.filename();
        if (file == null) {
            return origin.description();
        }
        return origin.lineNumber() > 0 ? file + " line " + origin.lineNumber() : file;
    }
}
