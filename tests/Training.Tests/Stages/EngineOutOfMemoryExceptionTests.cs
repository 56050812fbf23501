using System.Runtime.InteropServices;
using AgentScaler.Training.Native;
using AgentScaler.Training.Stages;
using static TorchSharp.torch;

namespace AgentScaler.Training.Tests.Stages;

public class EngineOutOfMemoryExceptionTests
{
    [Fact]
    public void What_libtorch_says_of_too_large_a_tensor_is_want_of_memory()
    {
        TorchBackend.Require();
        Assert.True(EngineOutOfMemoryException.Is(Assert.ThrowsAny<Exception>(() => zeros(1L << 50))));
        Assert.True(EngineOutOfMemoryException.Is(new OutOfMemoryException()));
    }

    [Fact]
    public void An_error_whose_trace_names_an_allocator_is_not() =>
        Assert.False(EngineOutOfMemoryException.Is(
            new ExternalException("Expected false to be true. frame #0: c10::Error::Error(std::basic_string<char, std::allocator<char> >)")));
}
