using System.Text.Json;
using AgentScaler.Pipeline.Options;
using AgentScaler.Training.Templates;
using AgentScaler.Training.Tokenization;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Policies;

namespace AgentScaler.Training.Datasets;

/// <summary>
/// Turns a dataset row into ids and labels, and is the only definition of the trained tokens. Engines read ids and labels and render nothing, so that all of
/// them minimise the same loss. The loss covers the assistant's content and tool calls up to and including the token that ends the turn, but not the newline
/// after it, which is never sampled.
/// </summary>
public sealed class TrajectoryEncoder(Tokenizer tokenizer, EncodingOptions options)
{
    public EncodingResult Encode(DatasetRow row)
    {
        RenderedConversation rendered;
        try
        {
            rendered = Render(row, options);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new EncodingResult(null, "broken_tools", false);
        }

        var ids = new List<int>();
        var labels = new List<int>();
        var kept = 0;
        var trained = 0;
        var trainedKept = 0;
        foreach (var piece in rendered.Pieces)
        {
            // Each piece is encoded separately, as at inference, where the prompt ends before the first sampled token.
            var tokens = tokenizer.Encode(piece.Text);
            ids.AddRange(tokens);
            labels.AddRange(piece.Trained ? tokens : Enumerable.Repeat(EncodedRow.Ignored, tokens.Count));
            if (!piece.Trained)
            {
                continue;
            }
            trained += tokens.Count;
            if (ids.Count > options.MaxLength)
            {
                break;
            }
            (kept, trainedKept) = (ids.Count, trained);
        }

        if (trained == 0)
        {
            return new EncodingResult(null, "no_trained_tokens", false);
        }
        if (kept == 0)
        {
            return new EncodingResult(null, "too_long", false);
        }
        var truncated = kept < ids.Count && ids.Count > options.MaxLength;
        // Tokens after the last assistant turn teach nothing.
        return new EncodingResult(
            new EncodedRow([.. ids.Take(kept)], [.. labels.Take(kept)], row.Trajectory, row.Domain, trainedKept), null, truncated);
    }

    /// <summary>Returns the text of a row's trained tokens, turn by turn, for review.</summary>
    public string Trained(EncodedRow row) => tokenizer.Decode(row.Labels.Where(l => l != EncodedRow.Ignored));

    /// <summary>Renders a row: its conversation and the offered tools, both shortened by the options.</summary>
    /// <exception cref="JsonException">The tools are not JSON.</exception>
    internal static RenderedConversation Render(DatasetRow row, EncodingOptions options) =>
        ChatTemplate.Render(Messages(row, options), Tools(row, options));

    private static IReadOnlyList<ChatMessage> Messages(DatasetRow row, EncodingOptions options)
    {
        var shown = ContextShortening.Shorten(row.Messages, options);
        return options.TrainReasoning ? shown : ChatTemplate.WithoutReasoning(shown);
    }

    private static string Tools(DatasetRow row, EncodingOptions options)
    {
        if (options.MaxTools <= 0)
        {
            return ContextShortening.Shorten(row.Tools, options);
        }
        var called = row.Messages.SelectMany(m => m.ToolCalls ?? []).Select(c => c.Function.Name).ToHashSet(StringComparer.Ordinal);
        return ContextShortening.Shorten(ToolOffer.Narrow(row.Tools, called, options.MaxTools, row.Task), options);
    }
}
