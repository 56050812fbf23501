using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentScaler.Contracts;

/// <summary>
/// Writes a purpose as the member <c>evaluation</c> of messages has always stood on the bus and in dead work: <c>false</c> is a dataset's episode,
/// <c>true</c> one of the evaluation. Other purposes are their word. Messages of an older version are thus read as before, and the ids of their
/// dead work, which are hashes of their text, stay.
/// </summary>
internal sealed class EpisodePurposeConverter : JsonConverter<EpisodePurpose>
{
    private const string Training = "training";

    public override EpisodePurpose Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.False => EpisodePurpose.Dataset,
        JsonTokenType.True => EpisodePurpose.Evaluation,
        JsonTokenType.String when reader.ValueTextEquals(Training) => EpisodePurpose.Training,
        _ => throw new JsonException($"The purpose of an episode is true, false or \"{Training}\"."),
    };

    public override void Write(Utf8JsonWriter writer, EpisodePurpose value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case EpisodePurpose.Dataset:
                writer.WriteBooleanValue(false);
                break;
            case EpisodePurpose.Evaluation:
                writer.WriteBooleanValue(true);
                break;
            case EpisodePurpose.Training:
                writer.WriteStringValue(Training);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, "This is not a purpose of an episode.");
        }
    }
}
