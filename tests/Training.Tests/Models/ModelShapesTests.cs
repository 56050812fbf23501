using AgentScaler.Pipeline.Options;
using AgentScaler.Training.Models;

namespace AgentScaler.Training.Tests.Models;

public sealed class ModelShapesTests
{
    [Fact]
    public void The_shapes_that_the_options_offer_are_those_that_the_engine_has() =>
        Assert.Equal(TrainingOptions.Shapes.Order(StringComparer.Ordinal), ModelConfig.Presets.Keys.Order(StringComparer.Ordinal));
}
