using System.Text;
using AgentScaler.Clustering.Profiles;

namespace AgentScaler.Clustering.Embeddings;

/// <summary>Builds the text of a tool for an embedding model: its name in words, resources, parameters and result fields.</summary>
public static class EmbeddingText
{
    private const int MaximumLength = 4000;
    private const int FieldsShown = 40;

    public static string Of(ToolProfile tool)
    {
        var text = new StringBuilder();
        text.AppendJoin(' ', tool.NameWords).Append('\n').AppendJoin('/', tool.Resources).Append("\nparameters:");
        foreach (var field in tool.Parameters.Take(FieldsShown))
        {
            text.Append('\n').Append(field.Path).Append(": ").Append(field.Format ?? field.Type);
            if (field.Description is { Length: > 0 } description)
            {
                text.Append(", ").Append(description);
            }
        }

        text.Append("\nreturns: ").AppendJoin(", ", tool.Outputs.Take(FieldsShown).Select(field => field.Path));
        return text.Length <= MaximumLength ? text.ToString() : text.ToString(0, MaximumLength);
    }
}
