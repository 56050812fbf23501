namespace AgentScaler.Pipeline.Options;

/// <summary>The kinds of mistake that the scripted agent makes.</summary>
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
