package org.rightparty.dialer.asterisk;

import org.jspecify.annotations.Nullable;
import org.rightparty.vocabulary.AttemptId;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Our names for channels. A channel's unique id is one we gave it, so that every event names its
/// call.
///
/// - a call: `rp-<mark>-<attempt id>`
/// - an agent's line: `rp-<mark>-line-<digits>-<number of this try>`, because Asterisk takes an id
///   in use for a success without placing anything
final class ChannelIds {
    private static final Pattern LINE = Pattern.compile("[0-9]{3,8}");

    private final String callPrefix;
    private final Pattern call;
    private final Pattern line;

    ChannelIds(String mark) {
        this.callPrefix = "rp-" + mark + "-";
        this.call = Pattern.compile("rp-" + mark + "-([0-9]{1,18})");
        this.line = Pattern.compile("rp-" + mark + "-line-([0-9]{3,8})-[0-9]+");
    }

    String of(AttemptId attempt) {
        return callPrefix + attempt;
    }

    /// @param serial different for each try at bringing a line up, across restarts
    String ofLine(String number, long serial) {
        if (!LINE.matcher(number).matches()) {
            throw new IllegalArgumentException("a line is 3 to 8 digits");
        }
        return callPrefix + "line-" + number + "-" + serial;
    }

    /// The call a channel belongs to; empty for a line, another installation's channel, or none.
    Optional<AttemptId> call(@Nullable String channelId) {
        return part(call, channelId).map(Long::parseLong).map(AttemptId::new);
    }

    /// The line a channel belongs to; empty for anything else.
    Optional<String> line(@Nullable String channelId) {
        return part(line, channelId);
    }

    private static Optional<String> part(Pattern pattern, @Nullable String channelId) {
        if (channelId == null) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(channelId);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
