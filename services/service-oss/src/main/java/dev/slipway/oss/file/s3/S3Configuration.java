package dev.slipway.oss.file.s3;

import dev.slipway.oss.file.FileSettings;
import dev.slipway.oss.file.FileStore;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "slipway.files.store", havingValue = "s3")
class S3Configuration {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration TRY = Duration.ofSeconds(20);
    private static final Duration CALL = Duration.ofSeconds(45);

    /** Checksums only where a call demands them: not every compatible store knows those that AWS adds by itself. */
    @Bean
    S3Client s3Client(FileSettings settings, Environment environment) {
        FileSettings.Bucket bucket = Objects.requireNonNull(settings.s3());
        S3ClientBuilder client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .overrideConfiguration(calls -> calls.apiCallTimeout(CALL).apiCallAttemptTimeout(TRY))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        environment.getRequiredProperty("s3-access-key"),
                        environment.getRequiredProperty("s3-secret-key"))))
                .region(Region.of(bucket.region()))
                .forcePathStyle(bucket.pathStyle());
        if (bucket.endpoint() != null) {
            client.endpointOverride(URI.create(bucket.endpoint()));
        }
        return client.build();
    }

    @Bean
    FileStore s3FileStore(S3Client client, FileSettings settings) {
        return new S3FileStore(client, Objects.requireNonNull(settings.s3()).bucket());
    }
}
