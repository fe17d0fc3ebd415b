import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/// Generates the jOOQ tables from the migrations, and does nothing when neither the migrations,
/// this program nor jOOQ have changed since the last time. A single-file program because jOOQ is
/// newer than the JVM that Maven may be running on.
void main(String[] arguments) throws Exception {
    java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.WARNING);
    Path module = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    Path migrations = module.resolve("src/main/resources/migrations");
    Path self = module.resolve("src/codegen/java/GenerateJooq.java");
    String stamp = stamp(migrations, self, arguments[2]);
    Path stampFile = target.resolve(".stamp");
    if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp)) {
        return;
    }
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("filesystem:" + migrations)
                .load()
                .migrate();
        generate(postgres.getJdbcUrl("postgres", "postgres"), target);
    }
    Files.writeString(stampFile, stamp);
}

static void generate(String url, Path target) throws Exception {
    Database database = new Database()
            .withName("org.jooq.meta.postgres.PostgresDatabase")
            .withInputSchema("public")
            .withIncludes(".*")
            .withExcludes("flyway_schema_history|.*_y\\d{4}m\\d{2}")
            .withIncludeRoutines(false)
            .withForcedTypes(forcedTypes());
    Generate generate = new Generate()
            .withGlobalObjectReferences(true)
            .withPojos(false)
            .withDaos(false)
            .withComments(true)
            .withGeneratedAnnotation(false)
            .withImplicitJoinPathsToOne(false)
            .withImplicitJoinPathsToMany(false)
            .withJavaTimeTypes(true);
    GenerationTool.generate(new Configuration()
            .withJdbc(new Jdbc()
                    .withDriver("org.postgresql.Driver")
                    .withUrl(url)
                    .withUser("postgres"))
            .withGenerator(new Generator()
                    .withDatabase(database)
                    .withGenerate(generate)
                    .withTarget(new Target()
                            .withPackageName("org.rightparty.schema.generated")
                            .withDirectory(target.toString()))));
}

/// Column names to our ids, so that a wrong id does not compile. The list is the whole mapping.
static List<ForcedType> forcedTypes() {
    return List.of(
            instant(),
            id("AccountId", "account"),
            id(
                    "AgentId",
                    "agent",
                    "set_by",
                    "released_by",
                    "recorded_by",
                    "asked_by",
                    "approved_by",
                    "withdrawn_by",
                    "done_by"),
            id("AttemptId", "attempt", "transferred_from"),
            id("CampaignId", "campaign"),
            id("ClientId", "client"),
            id("ConsumerId", "consumer"),
            id("PhoneId", "phone"),
            id("PortfolioId", "portfolio"));
}

static ForcedType instant() {
    return new ForcedType()
            .withName("INSTANT")
            .withIncludeTypes("(?i:timestamptz|timestamp\\s+with\\s+time\\s+zone)");
}

/// `table.id`, every `…table_id`, and the further columns that hold the same id.
static ForcedType id(String type, String table, String... further) {
    String columns = String.join("|", further);
    return new ForcedType()
            .withUserType("org.rightparty.vocabulary." + type)
            .withConverter("org.jooq.Converter.ofNullable(Long.class, %1$s.class, %1$s::new, "
                    .concat("%1$s::value)")
                    .formatted("org.rightparty.vocabulary." + type))
            .withIncludeExpression(".*\\.%1$s_id|.*\\.%1$s\\.id%2$s"
                    .formatted(table, columns.isEmpty() ? "" : "|.*\\.(" + columns + ")"))
            .withIncludeTypes("(?i:bigint|int8|bigserial)");
}

static String stamp(Path migrations, Path self, String jooqVersion) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(jooqVersion.getBytes(StandardCharsets.UTF_8));
    digest.update(Files.readAllBytes(self));
    try (var files = Files.list(migrations)) {
        for (Path file : files.sorted().toList()) {
            digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
    }
    return HexFormat.of().formatHex(digest.digest());
}
