using System.Globalization;
using System.Text;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;

namespace AgentScaler.Judging;

/// <summary>Checks whether the assistant's words contain the task's answer values. The result is counted and is never a reason to reject.</summary>
internal static class AnswerCheck
{
    /// <summary>Returns null if the task asks for no value.</summary>
    public static bool? Check(TaskSpecification task, IReadOnlyList<ChatMessage> messages)
    {
        if (task.AnswerValues.Count == 0)
        {
            return null;
        }

        var said = string.Join('\n', messages
            .Where(m => m.Role == "assistant" && m.ToolCalls is not { Count: > 0 })
            .Select(m => m.Content ?? ""));
        var lowered = Squeezed(said);
        var numbers = Numbers(said);
        return task.AnswerValues.All(v => Told(v, lowered, numbers));
    }

    private static bool Told(Value value, string lowered, HashSet<double> numbers)
    {
        switch (value.Kind)
        {
            case ValueKind.Object:
                return value.AsObject.Values.ToArray().All(m => Told(m, lowered, numbers));
            case ValueKind.Array:
                return value.AsArray.ToArray().All(i => Told(i, lowered, numbers));
            case ValueKind.Boolean:
                string[] words = value.IsTrue ? ["yes", "true"] : ["no", "false"];
                return words.Any(w => lowered.Contains(w, StringComparison.Ordinal));
            case ValueKind.String:
                return lowered.Contains(Squeezed(value.AsString), StringComparison.Ordinal);
            case ValueKind.Number:
                return numbers.Contains(value.AsNumber);
            default:
                return true;
        }
    }

    private static string Squeezed(string text) => string.Join(' ', Conversation.Words(Conversation.Lower(text)));

    /// <summary>Finds every decimal number in a text, with and without a minus before it. Commas may group its digits.</summary>
    private static HashSet<double> Numbers(string text)
    {
        var numbers = new HashSet<double>();
        var at = 0;
        while (at < text.Length)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            var digits = new StringBuilder();
            var fraction = false;
            for (; at < text.Length; at++)
            {
                var digitFollows = at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
                if (char.IsAsciiDigit(text[at]))
                {
                    digits.Append(text[at]);
                }
                else if (text[at] == '.' && !fraction && digitFollows)
                {
                    fraction = true;
                    digits.Append('.');
                }
                else if (!(text[at] == ',' && !fraction && digitFollows))
                {
                    break;
                }
            }

            var number = double.Parse(digits.ToString(), CultureInfo.InvariantCulture);
            numbers.Add(number);
            if (start > 0 && text[start - 1] == '-')
            {
                numbers.Add(-number);
            }
        }

        return numbers;
    }
}
