package org.rightparty.compliance.offsite;

import com.github.davidmoten.aws.lw.client.Client;
import com.github.davidmoten.aws.lw.client.HttpMethod;
import com.github.davidmoten.aws.lw.client.MaxAttemptsExceededException;
import com.github.davidmoten.aws.lw.client.ServiceException;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Object storage that speaks S3. Give the bucket a retention lock: then nobody can take a
/// checkpoint back.
public final class BucketOutlet implements Outlet {
    private static final int TIMEOUT_SECONDS = 20;
    private final Client client;
    private final Place place;
    private final Duration every;

    public BucketOutlet(Place place, Duration every) {
        this.place = place;
        this.every = every;
        this.client =
                Client.s3()
                        .region(place.region())
                        .accessKey(place.accessKey())
                        .secretKey(place.secretKey())
                        .baseUrlFactory((service, region) -> withSlash(place.url()))
                        .connectTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                        .retryMaxAttempts(1)
                        .build();
    }

    /// @param url of the storage, `https://s3.eu-central-1.amazonaws.com`
    /// @param prefix what comes before the file's name; may be empty
    public record Place(
            String url,
            String region,
            String bucket,
            String prefix,
            String accessKey,
            String secretKey) {
        @Override
        public String toString() {
            return url + "/" + bucket;
        }
    }

    private static String withSlash(String url) {
        return url.endsWith("/") ? url : url + "/";
    }

    @Override
    public String name() {
        return "bucket";
    }

    @Override
    public Duration every() {
        return every;
    }

    @Override
    public void send(Copy checkpoint) {
        try {
            client.path(place.bucket(), place.prefix() + checkpoint.fileName())
                    .method(HttpMethod.PUT)
                    .requestBody(checkpoint.note())
                    .execute();
        } catch (ServiceException refused) {
            throw new OutletFailure("the storage refused: " + refused.statusCode(), refused);
        } catch (MaxAttemptsExceededException | UncheckedIOException unreachable) {
            throw new OutletFailure("the storage does not answer", unreachable);
        }
    }
}
