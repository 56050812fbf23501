using System.Text.RegularExpressions;
using AgentScaler.Hosting.Bus;
using AgentScaler.Hosting.Stores;

namespace AgentScaler.Compose.Tests;

/// <summary><c>docker compose up</c> with no arguments gives the whole stack, and <c>--scale rollout=N</c> works.</summary>
public sealed partial class ComposeRules
{
    private static readonly ComposeFile Compose = ComposeFile.Default;

    [Fact]
    public void The_default_stack_has_every_service_and_its_engines()
    {
        var started = Compose.Services.Where(service => service.Profiles.Count == 0).Select(service => service.Name).Order(StringComparer.Ordinal);
        Assert.Equal(Repository.Services.Select(service => service.ToLowerInvariant()).Concat(["rabbitmq", "mongodb", "jaeger", "prometheus"])
            .Order(StringComparer.Ordinal), started);
        Assert.False(Compose.Root.Has("version"));
        Assert.Equal("agentscaler", Compose.Root.Text("name"));
    }

    [Fact]
    public void Every_image_is_pinned_to_a_version() =>
        Assert.All(Compose.Services, service => Assert.Matches(Pinned(), service.Image));

    [Fact]
    public void Every_service_has_a_health_check_and_ours_is_their_own_verb() => Assert.All(Compose.Services, service =>
    {
        var test = service.Content.Texts("healthcheck", "test");
        Assert.Equal("CMD", test[0]);
        Assert.True(!service.IsOurs || test[^1] == "health", service.Name);
    });

    [Fact]
    public void An_engine_is_asked_for_its_health_by_an_address_that_it_listens_on() =>
        // Every container's localhost is ::1 first; the images' wget tries the first address alone, and the engines listen on IPv4.
        Assert.All(
            Compose.Services.Where(service => !service.IsOurs),
            service => Assert.DoesNotContain("localhost", string.Join(' ', service.Content.Texts("healthcheck", "test")), StringComparison.Ordinal));

    [Fact]
    public void No_start_leaves_a_volume_without_a_name()
    {
        // As the images declare them (docker image inspect, Config.Volumes).
        var declared = new Dictionary<string, string[]>
        {
            ["rabbitmq"] = ["/var/lib/rabbitmq"],
            ["mongodb"] = ["/data/db", "/data/configdb"],
            ["jaeger"] = ["/tmp"],
            ["prometheus"] = ["/prometheus"],
        };
        Assert.Equal(Compose.Services.Where(service => !service.IsOurs).Select(service => service.Name).Order(), declared.Keys.Order());
        Assert.All(declared, volumes => Assert.Subset(Compose[volumes.Key].MountedAt.ToHashSet(), volumes.Value.ToHashSet()));
    }

    [Fact]
    public void Who_waits_waits_for_health() => Assert.All(Compose.Services.SelectMany(service => service.WaitsFor), waits =>
    {
        Assert.Equal("service_healthy", waits.Value);
        Assert.NotNull(Compose[waits.Key]);
    });

    [Fact]
    public void Services_start_after_the_engines_and_the_gateway_last()
    {
        var ours = Compose.Services.Where(service => service.IsOurs).ToList();
        Assert.All(ours, service => Assert.Subset(service.WaitsFor.Keys.ToHashSet(), new HashSet<string> { "rabbitmq", "mongodb", "jaeger", "prometheus" }));
        // A message that is published before its queue exists would be lost.
        Assert.Subset(Compose["gateway"].WaitsFor.Keys.ToHashSet(),
            ours.Where(s => s.Profiles.Count == 0 && s.Name != "gateway").Select(s => s.Name).ToHashSet());
    }

    [Fact]
    public void Workers_can_be_scaled()
    {
        Assert.All(Compose.Services, service => Assert.False(service.Content.Has("container_name"), service.Name));
        Assert.All(Compose.Services.Where(service => service.IsOurs && service.Name != "gateway"), service => Assert.Empty(service.Ports));
        Assert.Equal("1", Compose.Resolve(Compose["rollout"].Content.Text("deploy", "replicas")!));
    }

    [Fact]
    public void Ports_are_open_to_this_machine_alone() =>
        Assert.All(Compose.Services.SelectMany(service => service.Ports), port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));

    [Fact]
    public void Every_environment_variable_of_ours_is_known_and_of_its_form()
    {
        foreach (var service in Compose.Services.Where(service => service.IsOurs))
        {
            Assert.All(service.Environment.Keys, variable => Assert.True(KnownSettings.Knows(variable), $"{service.Name}: nobody reads {variable}"));
            KnownSettings.BindAll(service.Environment);
            Assert.True(KnownSettings.Bind<BusOptions>(service.Environment, BusOptions.Section).UsesRabbitMq);
            Assert.True(KnownSettings.Bind<StorageOptions>(service.Environment, StorageOptions.Section).IsMongoDb);
            Assert.Equal($"agentscaler-{service.Name}", service.Environment["OTEL_SERVICE_NAME"]);
        }
    }

    [Fact]
    public void Rollout_workers_ask_the_training_service_for_policies()
    {
        var address = new Uri(Compose["rollout"].Environment["Rollout__PolicyAddress"]);
        var grpc = new Uri(Compose["training"].Environment["Kestrel__Endpoints__Grpc__Url"].Replace("*", "training", StringComparison.Ordinal));
        Assert.Equal(grpc, address);
    }

    [Fact]
    public void A_variable_that_nobody_reads_is_noticed()
    {
        Assert.True(KnownSettings.Knows("Bus__RabbitMq__QuorumSize"));
        Assert.False(KnownSettings.Knows("Bus__RabbitMq__QuorumSise"));
        Assert.False(KnownSettings.Knows("Buss__Transport"));
        Assert.False(KnownSettings.Knows("OTEL_TRACES_SAMPLERS"));
    }

    [Fact]
    public void The_env_file_holds_every_variable_and_no_other() =>
        Assert.Equal(Compose.Variables.Keys.Order(StringComparer.Ordinal), Compose.Asked.Order(StringComparer.Ordinal));

    [Fact]
    public void What_is_built_and_mounted_is_there()
    {
        foreach (var service in Compose.Services)
        {
            if (service.IsOurs)
            {
                var dockerfile = File.ReadAllText(Repository.Place(service.Content.Text("build", "dockerfile") ?? "Dockerfile"));
                Assert.Equal(".", service.Content.Text("build", "context"));
                Assert.True(service.Content.Text("build", "target") is not { } target
                    || dockerfile.Contains($" AS {target}\n", StringComparison.Ordinal), service.Name);
                Assert.True(service.Content.Text("build", "args", "SERVICE") is not { } name || Repository.Services.Contains(name), service.Name);
            }

            Assert.All(service.Mounts, mount => Assert.True(
                mount.StartsWith('.') ? Path.Exists(Repository.Place(mount)) : Compose.Root.Map("volumes").Has(mount), $"{service.Name}: {mount}"));
        }
    }

    [Fact]
    public void The_broker_has_a_name_of_its_own_and_no_guest()
    {
        var broker = Compose["rabbitmq"];
        Assert.Equal("rabbitmq", broker.Content.Text("hostname"));
        Assert.NotEqual("guest", broker.Environment["RABBITMQ_DEFAULT_USER"]);
        Assert.Contains($"{broker.Environment["RABBITMQ_DEFAULT_USER"]}:{broker.Environment["RABBITMQ_DEFAULT_PASS"]}@rabbitmq",
            Compose["gateway"].Environment["Bus__RabbitMq__Uri"], StringComparison.Ordinal);
    }

    [Fact]
    public void Ours_run_without_rights_on_a_disk_they_cannot_write() => Assert.All(Compose.Services.Where(service => service.IsOurs), service =>
    {
        Assert.Equal(["ALL"], service.Content.Texts("cap_drop"));
        Assert.Equal(["no-new-privileges:true"], service.Content.Texts("security_opt"));
        Assert.Equal(service.Profiles.Count == 0 ? "true" : "false", service.Content.Text("read_only"));
    });

    [Fact]
    public void Gpu_training_is_a_profile_with_a_reserved_device()
    {
        var trainer = Assert.Single(Compose.Services, service => service.Profiles.Count > 0);
        Assert.Equal(["gpu"], trainer.Profiles);
        var device = Assert.Single(trainer.Content.Maps("deploy", "resources", "reservations", "devices"));
        Assert.Equal("nvidia", device.Text("driver"));
        Assert.Equal(["gpu"], device.Texts("capabilities"));
    }

    [Fact]
    public void Traces_and_metrics_go_where_they_can_be_seen()
    {
        Assert.All(Compose.Services.Where(service => service.IsOurs), service =>
        {
            Assert.Equal("http://jaeger:4317", service.Environment["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"]);
            Assert.Equal("http://prometheus:9090/api/v1/otlp/v1/metrics", service.Environment["OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"]);
        });
        Assert.Contains("--web.enable-otlp-receiver", Compose["prometheus"].Content.Texts("command"));
        Assert.Contains("rabbitmq:15692", Repository.Read("deploy", "prometheus", "prometheus.yml"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_trials_own_engine_builds_every_service_in_the_machines_network()
    {
        var own = Yaml.Document(Repository.Place("deploy", "lab", "own-engine.yml")).Map("services");
        Assert.Equal(
            Compose.Services.Where(service => service.IsOurs && service.Profiles.Count == 0).Select(service => service.Name).Order(StringComparer.Ordinal),
            own.Keys.Where(name => own.Text(name, "build", "network") == "host").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Images_are_built_in_layers_and_run_as_nobody()
    {
        var dockerfile = Repository.Read("Dockerfile");
        var stages = dockerfile.Split("\nFROM ")[1..];
        var final = stages.Where(stage => stage.Contains("ENTRYPOINT", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, final.Count);
        Assert.All(final, stage => Assert.Contains("\nUSER $APP_UID\n", stage, StringComparison.Ordinal));
        Assert.All(stages, stage => Assert.Matches(BaseImage(), stage));
        Assert.True(dockerfile.IndexOf("dotnet restore", StringComparison.Ordinal) < dockerfile.IndexOf("COPY . .", StringComparison.Ordinal));
    }

    /// <summary>A version of at least two numbers.</summary>
    [GeneratedRegex(@"^[\w./-]+:v?\d+\.\d+[\w.-]*$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"^(--platform=\S+ )?mcr\.microsoft\.com/dotnet/(sdk|aspnet):\$\{DOTNET\}-noble(-chiseled)? AS ")]
    private static partial Regex BaseImage();
}
