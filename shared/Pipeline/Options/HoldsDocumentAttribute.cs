namespace AgentScaler.Pipeline.Options;

/// <summary>Marks a setting that holds a document as JSON text, or the path of its file. An order to a gateway contains the document itself.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HoldsDocumentAttribute : Attribute;
