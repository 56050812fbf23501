using System.Text.Json;
using AgentScaler.Contracts.Messages;

namespace AgentScaler.Contracts.Tests;

/// <summary>The purpose of an episode reads and writes as the flag did that stood in its place.</summary>
public sealed class EpisodePurposeTests
{
    private static readonly JsonSerializerOptions Bus = new(JsonSerializerDefaults.Web);
    private static readonly JsonSerializerOptions Store = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    [Theory]
    [InlineData("""{"runId":"r","taskId":"t","attempt":1,"agent":"scripted","seed":7,"evaluation":false}""", EpisodePurpose.Dataset)]
    [InlineData("""{"runId":"r","taskId":"t","attempt":1,"agent":"scripted","seed":7,"evaluation":true}""", EpisodePurpose.Evaluation)]
    [InlineData("""{"runId":"r","taskId":"t","attempt":1,"agent":"scripted","seed":7,"evaluation":"training"}""", EpisodePurpose.Training)]
    public void A_message_of_an_older_version_is_read_as_before_and_written_with_the_same_text(string body, EpisodePurpose purpose)
    {
        var message = JsonSerializer.Deserialize<RolloutRequested>(body, Bus)!;

        Assert.Equal(new RolloutRequested("r", "t", 1, "scripted", 7) { Purpose = purpose }, message);
        Assert.Equal(body, JsonSerializer.Serialize(message, Bus));
    }

    [Theory]
    [InlineData("""{"run_id":"r","trajectory_id":"t","evaluation":false}""", EpisodePurpose.Dataset)]
    [InlineData("""{"run_id":"r","trajectory_id":"t","evaluation":true}""", EpisodePurpose.Evaluation)]
    public void Dead_work_of_an_older_version_is_read_as_before_and_keeps_the_text_that_its_id_is_made_of(string body, EpisodePurpose purpose)
    {
        var message = JsonSerializer.Deserialize<TrajectoryRecorded>(body, Store)!;

        Assert.Equal(new TrajectoryRecorded("r", "t") { Purpose = purpose }, message);
        Assert.Equal(body, JsonSerializer.Serialize(message, Store));
    }

    [Fact]
    public void A_message_that_says_nothing_of_its_purpose_is_work_for_a_dataset() =>
        Assert.Equal(EpisodePurpose.Dataset, JsonSerializer.Deserialize<TrajectoryRecorded>("""{"runId":"r","trajectoryId":"t"}""", Bus)!.Purpose);

    [Fact]
    public void A_purpose_that_nobody_knows_is_refused()
    {
        const string body = """{"runId":"r","trajectoryId":"t","evaluation":"fun"}""";
        Assert.Contains("training", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TrajectoryRecorded>(body, Bus)).Message,
            StringComparison.Ordinal);
    }
}
