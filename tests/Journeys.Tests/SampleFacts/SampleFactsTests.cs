using System.Reflection;

namespace AgentScaler.Journeys.Tests.SampleFacts;

public sealed class SampleFactsTests
{
    private static IReadOnlyList<Type> Services { get; } =
        [.. typeof(ServiceFacts).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ServiceFacts)))];

    [Fact]
    public void Every_service_of_the_sample_corpus_has_at_least_twelve_facts()
    {
        Assert.Equal(Directory.EnumerateFiles(Journey.Samples).Count(), Services.Count);
        Assert.All(Services, service => Assert.True(Facts(service).Count() >= 12, service.Name));
    }

    [Fact]
    public void Every_fact_that_is_not_yet_true_is_a_fact() =>
        Assert.Empty(NotYetTrue.Reasons.Keys.Except(Services.SelectMany(service => Facts(service).Select(fact => $"{service.Name}.{fact.Name}"))));

    private static IEnumerable<MethodInfo> Facts(Type service) => service.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null);
}
