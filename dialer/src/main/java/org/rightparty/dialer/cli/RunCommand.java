package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.Clocks;
import org.rightparty.dialer.DialerConfig;
import org.rightparty.dialer.Wiring;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/// Starts everything and serves the console until it is interrupted.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the database, the telephone system and the console, and serves until Ctrl-C.",
            "Without settings: an embedded PostgreSQL, a demo portfolio, the practice carrier."
        })
public final class RunCommand implements Callable<Integer> {
    @Mixin private SettingsOptions settings = new SettingsOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the console (default: 8080).")
    private @Nullable Integer port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen on (default: 127.0.0.1, this machine alone).")
    private @Nullable String host;

    @Option(names = "--no-demo", description = "Load no demo portfolio into an empty database.")
    private boolean noDemo;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        DialerConfig config = settings.read(overrides());
        var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        Progress progress = new Progress(out, Clocks.NANOS);
        Wiring wiring = Wiring.start(config, progress);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("stop")
                                .unstarted(() -> {
                                    progress.say("stopping ...");
                                    wiring.close();
                                    progress.say("stopped");
                                    stopped.countDown();
                                }));
        wiring.greet(progress);
        stopped.await();
        return 0;
    }

    private Map<String, Object> overrides() {
        Map<String, Object> overrides = new HashMap<>();
        if (port != null) {
            overrides.put("http.port", port);
        }
        if (host != null) {
            overrides.put("http.host", host);
        }
        if (noDemo) {
            overrides.put("demo.load", false);
        }
        return overrides;
    }
}
