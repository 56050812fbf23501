namespace AgentScaler.Training.Stages;

/// <summary>The engine ran out of memory; the message says which options to change.</summary>
public sealed class EngineOutOfMemoryException(string message, Exception inner) : Exception(message, inner)
{
    // libtorch's words on the processor and on CUDA. Its other errors name allocators too: those of C++ types.
    private static readonly string[] Signs = ["can't allocate memory", "cannot allocate memory", "not enough memory", "out of memory"];

    /// <summary>Whether an exception of the engine says that there was no memory.</summary>
    public static bool Is(Exception exception) =>
        exception is OutOfMemoryException || Signs.Any(sign => exception.Message.Contains(sign, StringComparison.OrdinalIgnoreCase));
}
