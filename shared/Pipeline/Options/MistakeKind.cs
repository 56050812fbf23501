namespace AgentScaler.Pipeline.Options;

/// <summary>The scripted agent's repertoire of mistakes.</summary>
public enum MistakeKind
{
    WrongArgument,
    ToolError,
    MissingStep,
    ExtraWrite,
    Repetition,
    GivingUp,
    MalformedCall,
}
