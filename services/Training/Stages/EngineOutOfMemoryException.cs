namespace AgentScaler.Training.Stages;

/// <summary>Thrown when the engine runs out of memory. The message names the options to change.</summary>
public sealed class EngineOutOfMemoryException(string message, Exception inner) : Exception(message, inner)
{
    // libtorch's words on the processor and on CUDA. Its other errors also mention allocators, those of C++ types.
    private static readonly string[] Signs = ["can't allocate memory", "cannot allocate memory", "not enough memory", "out of memory"];

    /// <summary>Whether an exception of the engine reports missing memory.</summary>
    public static bool Is(Exception exception) =>
        exception is OutOfMemoryException || Signs.Any(sign => exception.Message.Contains(sign, StringComparison.OrdinalIgnoreCase));
}
