using System.Text.Json;
using AgentScaler.Standalone.Configuration;

namespace AgentScaler.Journeys.Tests;

public sealed class PresetTests
{
    public static TheoryData<string> Names => [.. Presets.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_preset_holds_settings_that_there_are_in_their_ranges(string name)
    {
        var sections = RunConfiguration.Load(name).Sections;

        Assert.NotEmpty(sections);
        StageSettings.Validate(sections.ToDictionary(s => s.Key, s => JsonSerializer.SerializeToElement(s.Value)));
    }
}
