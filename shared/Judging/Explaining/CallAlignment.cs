namespace AgentScaler.Judging.Explaining;

/// <summary>
/// Assigns golden calls to the calls of a conversation. It first finds the longest common sequence of equal calls, then matches calls of the same tool
/// in order between two of these, and finally calls of the same tool anywhere.
/// </summary>
internal static class CallAlignment
{
    /// <returns>For each call of the conversation, the index of its golden call, or -1.</returns>
    public static int[] Of(IReadOnlyList<(string Name, string Key)> made, IReadOnlyList<(string Name, string Key)> golden)
    {
        var beside = Common(made, golden);
        var taken = beside.Where(g => g >= 0).ToHashSet();
        var from = 0;
        for (var i = 0; i < made.Count; i++)
        {
            if (beside[i] >= 0)
            {
                from = beside[i] + 1;
                continue;
            }

            var next = beside.Skip(i).FirstOrDefault(g => g >= 0, golden.Count);
            for (var g = from; g < next; g++)
            {
                if (golden[g].Name == made[i].Name && taken.Add(g))
                {
                    beside[i] = g;
                    from = g + 1;
                    break;
                }
            }
        }

        for (var i = 0; i < made.Count; i++)
        {
            if (beside[i] < 0)
            {
                beside[i] = Enumerable.Range(0, golden.Count).FirstOrDefault(g => golden[g].Name == made[i].Name && taken.Add(g), -1);
            }
        }

        return beside;
    }

    private static int[] Common(IReadOnlyList<(string Name, string Key)> made, IReadOnlyList<(string Name, string Key)> golden)
    {
        var longest = new int[made.Count + 1, golden.Count + 1];
        for (var i = made.Count - 1; i >= 0; i--)
        {
            for (var g = golden.Count - 1; g >= 0; g--)
            {
                longest[i, g] = made[i].Key == golden[g].Key ? longest[i + 1, g + 1] + 1 : Math.Max(longest[i + 1, g], longest[i, g + 1]);
            }
        }

        var beside = Enumerable.Repeat(-1, made.Count).ToArray();
        for (int i = 0, g = 0; i < made.Count && g < golden.Count;)
        {
            if (made[i].Key == golden[g].Key)
            {
                beside[i++] = g++;
            }
            else
            {
                _ = longest[i + 1, g] >= longest[i, g + 1] ? i++ : g++;
            }
        }

        return beside;
    }
}
