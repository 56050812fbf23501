using AgentScaler.Trajectories;

namespace AgentScaler.LanguageModels.Tests;

public sealed class ThoughtsTests
{
    [Theory]
    [InlineData("Hello.", null, "Hello.")]
    [InlineData("<think>Hm.</think>Hello.", "Hm.", "Hello.")]
    [InlineData("Hm, a loan.\n</think>\n\nWhich one?", "Hm, a loan.", "Which one?")]
    [InlineData("<think>a</think> b <think>c</think> d", "a</think> b <think>c", "d")]
    [InlineData("<think>\n\n</think>\n\nHello.", "", "Hello.")]
    [InlineData("<think>It never ends", "It never ends", "")]
    [InlineData("<think>Only this.</think>", "Only this.", "")]
    [InlineData("[THINK]Hm.[/THINK]Hello.", "Hm.", "Hello.")]
    [InlineData("◁think▷Hm.◁/think▷Hello.", "Hm.", "Hello.")]
    [InlineData("<|START_THINKING|>Hm.<|END_THINKING|>Hello.", "Hm.", "Hello.")]
    [InlineData("<seed:think>Hm.</seed:think>Hello.", "Hm.", "Hello.")]
    [InlineData("The mark is `</think>`, in quotes.", null, "The mark is `</think>`, in quotes.")]
    [InlineData("Hm: \"</think>\" ends it.</think>Hello.", "Hm: \"</think>\" ends it.", "Hello.")]
    [InlineData("We call [THINK] a mark.", null, "We call [THINK] a mark.")]
    [InlineData(null, null, null)]
    public void What_is_thought_is_told_from_what_is_said(string? text, string? thought, string? said) => Assert.Equal((thought, said), Thoughts.Split(text));
}
