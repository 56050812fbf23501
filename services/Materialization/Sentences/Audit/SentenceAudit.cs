namespace AgentScaler.Materialization.Sentences.Audit;

/// <summary>
/// Holds a tool's documentation against the finished tool: a sentence that states a behaviour is understood only if a record of the tool keeps
/// all that it says.
/// </summary>
internal static class SentenceAudit
{
    public static IReadOnlyList<ReadSentence> Of(ToolModel tool) =>
        [.. SentenceSplitter.Of(tool.Tool, tool.Parameters).Select(s => Read(s, tool)).OfType<ReadSentence>()];

    /// <summary>What became of a sentence; null where it states no behaviour beside what the tool is called.</summary>
    private static ReadSentence? Read(Sentence sentence, ToolModel tool)
    {
        List<Meaning> meanings = [.. sentence.Meanings.Where(m => m is not (Acts or Tells))];
        if (meanings.Count == 0)
        {
            return SentenceClassifier.StatesBehaviour(sentence) ? new ReadSentence(sentence.Text, null, "no form of the grammar reads it") : null;
        }

        var records = new List<string>();
        foreach (var meaning in meanings)
        {
            if (meaning.Accept(new RecordFinder(tool, sentence)) is not { } record)
            {
                return new ReadSentence(sentence.Text, null, $"nothing of the tool keeps \"{meaning}\"");
            }

            records.Add(record);
        }

        return new ReadSentence(sentence.Text, string.Join(", ", records.Distinct()), null);
    }
}
