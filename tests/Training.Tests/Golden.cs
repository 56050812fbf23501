using System.Text.Json.Nodes;

namespace AgentScaler.Training.Tests;

/// <summary>Values that transformers and tokenizers gave; see Reference/make_goldens.py.</summary>
internal static class Golden
{
    public static JsonObject Read(string name) => JsonNode.Parse(File.ReadAllText(PathOf(name)))!.AsObject();

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Goldens", name);
}
