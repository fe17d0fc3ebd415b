package org.rightparty.dialer.practice;

import java.util.LinkedHashMap;
import java.util.Map;

/// Reads the channel variables of an Originate: `Variable` headers, each with one or more
/// `name=value` between commas. Leading underscores only say that children inherit the variable.
final class Variables {
    private Variables() {}

    static Map<String, String> of(AmiMessage action) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String header : action.all("Variable")) {
            for (String pair : header.split(",", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    String name = pair.substring(0, equals).strip().replaceFirst("^_{1,2}", "");
                    variables.put(name, pair.substring(equals + 1));
                }
            }
        }
        return variables;
    }
}
