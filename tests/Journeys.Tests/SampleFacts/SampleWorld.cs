using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Journeys.Tests.SampleFacts;

/// <summary>Calls on fresh sessions of the sample environments. A tool's name finds its session.</summary>
public sealed class SampleWorld(IReadOnlyList<EnvironmentSession> sessions)
{
    public ToolResult Call(string tool, params ReadOnlySpan<(string Name, Value Value)> arguments)
    {
        var session = Assert.Single(sessions, session => session.Environment.Definition.Programs.Any(program => program.Tool == tool));
        return session.Call(tool, Value.Object(arguments.ToArray()));
    }

    /// <summary>The result of a call that must succeed.</summary>
    public Value Do(string tool, params ReadOnlySpan<(string Name, Value Value)> arguments)
    {
        var answer = Call(tool, arguments);
        Assert.True(answer.Ok, $"{tool} was refused: {answer.Error?.Message}");
        return answer.Result;
    }

    /// <summary>The rows that a call tells: its result, or the list in its result.</summary>
    public IReadOnlyList<Value> List(string tool, params ReadOnlySpan<(string Name, Value Value)> arguments)
    {
        var result = Do(tool, arguments);
        var list = result.IsArray ? result : Assert.Single(result.AsObject.Values.ToArray(), member => member.IsArray);
        return list.AsArray.ToArray();
    }

    /// <summary>A call must be refused because of the rows that are there, and change nothing.</summary>
    public void Refused(string tool, params ReadOnlySpan<(string Name, Value Value)> arguments) =>
        Fails(tool, arguments, ErrorCode.PreconditionFailed, ErrorCode.Conflict);

    /// <summary>A call must be refused because its arguments make no sense, or make none for the rows that are there.</summary>
    public void Senseless(string tool, params ReadOnlySpan<(string Name, Value Value)> arguments) =>
        Fails(tool, arguments, ErrorCode.InvalidArguments, ErrorCode.PreconditionFailed, ErrorCode.Conflict);

    public void NotFound(string tool, params ReadOnlySpan<(string Name, Value Value)> arguments) => Fails(tool, arguments, ErrorCode.NotFound);

    private void Fails(string tool, ReadOnlySpan<(string Name, Value Value)> arguments, params ReadOnlySpan<ErrorCode> codes)
    {
        var before = sessions.Select(session => session.Hash).ToList();
        var answer = Call(tool, arguments);
        Assert.False(answer.Ok, $"{tool} was accepted: {answer.Result.ToJson()}");
        Assert.Contains(answer.Error!.Code, codes.ToArray());
        Assert.Equal(before, sessions.Select(session => session.Hash));
    }
}
