namespace AgentScaler.Pipeline.Options;

/// <summary>Marks a setting that is a document as JSON text, or the path of its file. An order to a gateway gives the document itself.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HoldsDocumentAttribute : Attribute;
