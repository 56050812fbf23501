using AgentScaler.Clustering.Profiles;
using AgentScaler.Language;

namespace AgentScaler.Clustering.Embeddings;

/// <summary>
/// The features of a tool's vector: names of parameters, whole and in words, with their types, formats and descriptions; the tool's resources; the
/// fields that it returns; the document that declares it. The tool's own description is left out on purpose, because it measures the coherence of
/// domains.
/// </summary>
internal static class ToolFeatures
{
    private const int DescriptionWords = 12;
    private const int OutputFields = 48;

    public static ToolFeature[] Of(ToolProfile tool)
    {
        var features = new Dictionary<ulong, ToolFeature>();
        foreach (var field in tool.Parameters)
        {
            AddParameter(features, field);
        }

        foreach (var field in tool.Outputs.Take(OutputFields))
        {
            Add(features, FeatureBlock.Outputs, FeatureKey.Of('o', field.Name), 1f);
            foreach (var word in Words.Singulars(field.Name))
            {
                Add(features, FeatureBlock.Outputs, FeatureKey.Of('v', word), 0.4f);
            }
        }

        AddResources(features, tool);
        Add(features, FeatureBlock.Document, FeatureKey.Of('d', tool.Document), 1f);
        return [.. features.Values];
    }

    private static void AddParameter(Dictionary<ulong, ToolFeature> features, FieldProfile field)
    {
        // A nested member says less about the tool than a parameter at the top level.
        var depth = field.Owner is null ? 1f : 0.5f;
        Add(features, FeatureBlock.Parameters, FeatureKey.Of('p', field.Name), depth);
        Add(features, FeatureBlock.Parameters, FeatureKey.Of('t', field.Name, field.Type), 0.3f * depth);
        if (field.Format is not null)
        {
            Add(features, FeatureBlock.Parameters, FeatureKey.Of('f', field.Format), 0.2f * depth);
        }

        foreach (var word in Words.Singulars(field.Name))
        {
            Add(features, FeatureBlock.Parameters, FeatureKey.Of('w', word), 0.6f * depth);
        }

        foreach (var word in Words.Singulars(field.Description, DescriptionWords))
        {
            if (word.Length > 2)
            {
                Add(features, FeatureBlock.Parameters, FeatureKey.Of('x', word), 0.15f * depth);
            }
        }
    }

    private static void AddResources(Dictionary<ulong, ToolFeature> features, ToolProfile tool)
    {
        foreach (var word in tool.NameWords)
        {
            Add(features, FeatureBlock.Resources, FeatureKey.Of('r', word), 1f);
        }

        foreach (var resource in tool.Resources)
        {
            Add(features, FeatureBlock.Resources, FeatureKey.Of('s', resource), 1f);
            foreach (var word in Words.Singulars(resource))
            {
                Add(features, FeatureBlock.Resources, FeatureKey.Of('r', word), 0.8f);
            }
        }

        foreach (var field in tool.Parameters)
        {
            // order_id names the resource order, regardless of the path.
            if (field.Semantic == SemanticType.Identifier && field.Name.LastIndexOf('_') is > 0 and var end)
            {
                foreach (var word in Words.Singulars(field.Name.AsSpan(0, end)))
                {
                    Add(features, FeatureBlock.Resources, FeatureKey.Of('r', word), 0.6f);
                }
            }
        }
    }

    private static void Add(Dictionary<ulong, ToolFeature> features, FeatureBlock block, ulong key, float weight)
    {
        if (!features.TryGetValue(key, out var known) || known.Weight < weight)
        {
            features[key] = new ToolFeature(key, block, weight);
        }
    }
}
