using System.Text.RegularExpressions;
using AgentScaler.Hosting.Bus;
using AgentScaler.Rollout.Consumers;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AgentScaler.Compose.Tests;

/// <summary>The manifests name what is there, and say of every service how it is watched, drained and kept from doing harm.</summary>
public sealed partial class KubernetesRules
{
    private static readonly string Folder = Repository.Place("deploy", "kubernetes");

    private static readonly IReadOnlyList<string> Files =
        [.. Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static readonly IReadOnlyList<YamlMap> Objects =
        [.. Files.Where(file => !file.EndsWith("kustomization.yaml", StringComparison.Ordinal) && !IsPatch(file)).SelectMany(Yaml.Documents)];

    private static readonly YamlMap EveryService = Yaml.Document(Path.Combine(Folder, "base", "service.patch.yaml"));

    private static IEnumerable<YamlMap> Kustomizations => Files.Where(file => file.EndsWith("kustomization.yaml", StringComparison.Ordinal))
        .Select(Yaml.Document);

    private static IReadOnlyList<YamlMap> Base =>
        [.. Objects.Where(o => o.Place.Contains($"{Path.DirectorySeparatorChar}base{Path.DirectorySeparatorChar}", StringComparison.Ordinal))];

    [Fact]
    public void Every_object_says_what_it_is() => Assert.All(Objects, o =>
    {
        Assert.NotNull(o.Text("apiVersion"));
        Assert.NotNull(o.Text("kind"));
        Assert.Matches(Name(), o.Text("metadata", "name"));
    });

    [Fact]
    public void Kustomizations_name_every_file_and_every_file_is_there()
    {
        var named = Kustomizations.SelectMany(kustomization =>
        {
            var folder = Path.GetDirectoryName(kustomization.Place)!;
            return kustomization.Texts("resources")
                .Concat(kustomization.Maps("patches").Select(patch => patch.Text("path")!))
                .Concat(kustomization.Maps("configMapGenerator").SelectMany(map => map.Texts("envs")))
                .Select(name => Path.GetFullPath(Path.Combine(folder, name)));
        }).ToHashSet();
        Assert.All(named, path => Assert.True(Path.Exists(path), path));
        Assert.All(Files.Where(file => !file.EndsWith("kustomization.yaml", StringComparison.Ordinal)), file => Assert.Contains(file, named));
    }

    [Fact]
    public void Every_service_is_deployed_and_takes_what_every_service_has()
    {
        var deployed = Base.Where(o => o.Text("kind") == "Deployment").Select(o => o.Text("metadata", "name")).Order(StringComparer.Ordinal);
        Assert.Equal(Repository.Services.Select(service => service.ToLowerInvariant()).Order(StringComparer.Ordinal), deployed);
        var patch = Assert.Single(Kustomizations.First(k => k.Place.Contains("base", StringComparison.Ordinal)).Maps("patches"));
        Assert.Equal("Deployment", patch.Text("target", "kind"));
        Assert.All(Base.Where(o => o.Text("kind") == "Deployment"), o => Assert.Equal("service", Container(o).Text("name")));
    }

    [Fact]
    public void Selectors_match()
    {
        var pods = Workloads.Select(Labels).ToList();
        Assert.All(Workloads, workload => Assert.Subset(Labels(workload), workload.Pairs("spec", "selector", "matchLabels").ToHashSet()));
        foreach (var selector in Objects.Where(o => o.Text("kind") == "Service").Select(o => o.Pairs("spec", "selector"))
            .Concat(Objects.Where(o => o.Text("kind") == "PodDisruptionBudget").Select(o => o.Pairs("spec", "selector", "matchLabels"))))
        {
            Assert.NotEmpty(selector);
            Assert.Contains(pods, labels => labels.IsSupersetOf(selector));
        }
    }

    [Fact]
    public void Services_reach_ports_that_containers_name()
    {
        foreach (var service in Objects.Where(o => o.Text("kind") == "Service"))
        {
            var selector = service.Pairs("spec", "selector");
            var workload = Workloads.First(w => Labels(w).IsSupersetOf(selector));
            var ports = Container(workload).Maps("ports").Concat(Container(EveryService).Maps("ports")).Select(port => port.Text("name"));
            Assert.All(service.Maps("spec", "ports"), port => Assert.Contains(port.Text("targetPort"), ports));
        }
    }

    [Fact]
    public void Every_environment_variable_is_known_and_none_that_holds_a_secret_is_written_down()
    {
        var settings = File.ReadLines(Path.Combine(Folder, "base", "settings.env")).Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
        Assert.All(settings.Keys, variable => Assert.True(KnownSettings.Knows(variable), variable));
        KnownSettings.BindAll(settings);
        foreach (var variable in Ours.Append(EveryService).SelectMany(o => Container(o).Maps("env")))
        {
            var name = variable.Text("name")!;
            Assert.True(KnownSettings.Knows(name), $"{variable.Place}: nobody reads {name}");
            Assert.True(!Secret().IsMatch(name) || variable.Has("valueFrom"), $"{variable.Place}: {name} comes from a secret");
        }

        Assert.DoesNotContain(settings.Keys, Secret().IsMatch);
    }

    [Fact]
    public void Rollout_workers_ask_the_training_service_for_policies()
    {
        var worker = Base.Single(o => o.Text("kind") == "Deployment" && o.Text("metadata", "name") == "rollout");
        var address = new Uri(Container(worker).Maps("env").Single(variable => variable.Text("name") == "Rollout__PolicyAddress").Text("value")!);
        var training = Base.Single(o => o.Text("kind") == "Service" && o.Text("metadata", "name") == address.Host);
        Assert.Contains(training.Maps("spec", "ports"), port => port.Text("name") == "grpc" && port.Text("port") == $"{address.Port}");
    }

    [Fact]
    public void Every_key_of_a_secret_is_documented()
    {
        var keys = Objects.Append(EveryService)
            .SelectMany(o => SecretKey().Matches(File.ReadAllText(o.Place.Split(": ")[0])).Select(match => match.Groups[1].Value)).Distinct();
        var documented = Repository.Read("docs", "operations.md");
        Assert.All(keys, key => Assert.Contains(key, documented, StringComparison.Ordinal));
    }

    [Fact]
    public void Services_are_probed_have_limits_and_no_rights()
    {
        foreach (var container in new[] { EveryService }.Concat(Ours.Where(o => !Base.Contains(o))).Select(Container))
        {
            Assert.Equal("/health/ready", container.Text("startupProbe", "httpGet", "path"));
            Assert.Equal("/health/ready", container.Text("readinessProbe", "httpGet", "path"));
            Assert.Equal("/health/live", container.Text("livenessProbe", "httpGet", "path"));
            Assert.Equal("false", container.Text("securityContext", "allowPrivilegeEscalation"));
            Assert.Equal(["ALL"], container.Texts("securityContext", "capabilities", "drop"));
        }

        Assert.Equal("true", EveryService.Text("spec", "template", "spec", "securityContext", "runAsNonRoot"));
        Assert.All(Ours, o =>
        {
            Assert.NotNull(Container(o).Text("resources", "requests", "cpu"));
            Assert.NotNull(Container(o).Text("resources", "limits", "memory"));
        });
    }

    [Fact]
    public void A_pod_has_longer_to_end_than_a_service_takes_to_drain()
    {
        var services = new ServiceCollection().AddBus(new ConfigurationBuilder().Build());
        var drain = services.BuildServiceProvider().GetRequiredService<IOptions<MassTransitHostOptions>>().Value.StopTimeout!.Value.TotalSeconds;
        Assert.All(
            new[] { EveryService }.Concat(Ours.Where(o => !Base.Contains(o))),
            o => Assert.True(
                int.Parse(o.Text("spec", "template", "spec", "terminationGracePeriodSeconds")!, System.Globalization.CultureInfo.InvariantCulture) > drain));
    }

    [Fact]
    public void Workers_are_scaled_by_the_queue_that_they_read()
    {
        var scaling = Assert.Single(Objects, o => o.Text("kind") == "ScaledObject");
        var trigger = Assert.Single(scaling.Maps("spec", "triggers"));
        Assert.Equal("rabbitmq", trigger.Text("type"));
        Assert.Equal(new KebabCaseEndpointNameFormatter(false).Consumer<RolloutRequestedConsumer>(), trigger.Text("metadata", "queueName"));
        var worker = Base.Single(o => o.Text("kind") == "Deployment" && o.Text("metadata", "name") == scaling.Text("spec", "scaleTargetRef", "name"));
        // A count of its own would undo the scaling at every deployment.
        Assert.Null(worker.Text("spec", "replicas"));
        Assert.Contains(Objects, o => o.Text("kind") == "TriggerAuthentication" && o.Text("metadata", "name") == trigger.Text("authenticationRef", "name"));
    }

    [Fact]
    public void Training_on_a_gpu_goes_to_nodes_that_have_one()
    {
        var trainer = Objects.Single(o => o.Text("metadata", "name") == "training-gpu");
        Assert.Equal("true", trainer.Text("spec", "template", "spec", "nodeSelector", "nvidia.com/gpu.present"));
        Assert.Contains(trainer.Maps("spec", "template", "spec", "tolerations"), t => t.Text("key") == "nvidia.com/gpu" && t.Text("effect") == "NoSchedule");
        Assert.Equal("1", Container(trainer).Text("resources", "limits", "nvidia.com/gpu"));
    }

    [Fact]
    public void Images_have_versions()
    {
        var tagged = Kustomizations.SelectMany(k => k.Maps("images")).ToDictionary(image => image.Text("name")!, image => image.Text("newTag")!);
        Assert.All(Workloads.Select(w => Container(w).Text("image")!), image => Assert.True(tagged.ContainsKey(image) || Version().IsMatch(image), image));
        var engines = Workloads.Select(w => Container(w).Text("image")!).Where(image => !tagged.ContainsKey(image));
        Assert.Subset(ComposeFile.Default.Variables.Values.ToHashSet(), engines.ToHashSet());
    }

    private static IEnumerable<YamlMap> Workloads => Objects.Where(o => o.Text("kind") is "Deployment" or "StatefulSet");

    /// <summary>Deployments of this repository's images.</summary>
    private static IEnumerable<YamlMap> Ours => Workloads.Where(w => Container(w).Text("image")!.StartsWith("agentscaler-", StringComparison.Ordinal));

    private static YamlMap Container(YamlMap workload) => Assert.Single(workload.Maps("spec", "template", "spec", "containers"));

    private static HashSet<KeyValuePair<string, string>> Labels(YamlMap workload) => [.. workload.Pairs("spec", "template", "metadata", "labels")];

    private static bool IsPatch(string file) => file.EndsWith(".patch.yaml", StringComparison.Ordinal);

    [GeneratedRegex("^[a-z0-9-]+$")]
    private static partial Regex Name();

    [GeneratedRegex("(?i)uri$|password|apikey|api_key")]
    private static partial Regex Secret();

    [GeneratedRegex(@"^\s+key: ([a-z-]+)$", RegexOptions.Multiline)]
    private static partial Regex SecretKey();

    [GeneratedRegex(@":v?\d+\.\d+")]
    private static partial Regex Version();
}
