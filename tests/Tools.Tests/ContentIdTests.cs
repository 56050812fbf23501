using System.Text;

namespace AgentScaler.Tools.Tests;

public sealed class ContentIdTests
{
    [Fact]
    public void The_same_parts_have_the_same_id_as_text_and_as_bytes() =>
        Assert.Equal(ContentId.Of("x", "über", "", "c"), ContentId.OfUtf8("x", Encoding.UTF8.GetBytes("über"), ReadOnlyMemory<byte>.Empty, Encoding.UTF8.GetBytes("c")));
}
