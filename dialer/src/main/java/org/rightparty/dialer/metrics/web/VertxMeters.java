package org.rightparty.dialer.metrics.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;

import org.rightparty.console.web.ConsoleServer;

/// Meters of the console's event loops and its HTTP. Neither paths nor addresses become labels: an
/// address may lead to a person.
public record VertxMeters(MeterRegistry registry) implements ConsoleServer.Meters {
    @Override
    public VertxBuilder on(VertxBuilder builder, VertxOptions options) {
        MicrometerMetricsOptions measured =
                new MicrometerMetricsOptions()
                        .setEnabled(true)
                        .addDisabledMetricsCategory(MetricsDomain.NET_CLIENT)
                        .addDisabledMetricsCategory(MetricsDomain.HTTP_CLIENT);
        return builder.with(options.setMetricsOptions(measured))
                .withMetrics(new MicrometerMetricsFactory(registry));
    }
}
