using System.Text;

namespace AgentScaler.Tools.Tests;

public sealed class ContentIdTests
{
    [Fact]
    public void The_same_parts_have_the_same_id_as_text_and_as_bytes() =>
        Assert.Equal(ContentId.Of("x", "über", "", "c"),
            ContentId.OfUtf8("x", Encoding.UTF8.GetBytes("über"), ReadOnlyMemory<byte>.Empty, Encoding.UTF8.GetBytes("c")));

    [Fact]
    public void Ids_depend_on_the_frames_of_their_parts()
    {
        Assert.NotEqual(ContentId.Of("t", "ab", "c"), ContentId.Of("t", "a", "bc"));
        Assert.NotEqual(ContentId.Of("t", "", "a"), ContentId.Of("t", null, "a"));
        Assert.Matches("^t_[0-9a-f]{20}$", ContentId.Of("t", "a"));
    }
}
