using System.Buffers;
using System.Diagnostics;
using System.Text;
using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Validation;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Tests.Fuzzing;

/// <summary>
/// Throws inputs at the program reader and checker, the argument validator and the session. What must hold: no exception
/// but the documented ones, every accepted program ends, and after an error the state is what it was.
/// </summary>
internal sealed class FuzzCampaign
{
    private readonly SeededChance _chance;
    private readonly JsonMutation _programs;
    private readonly JsonMutation _schemas;
    private readonly ArgumentGenerator[] _arguments;
    private readonly Value[] _programJson;
    private readonly Value[] _schemaJson;
    private readonly ArrayBufferWriter<byte> _output = new();
    private EnvironmentSession _session = Shop.Compiled.Open();

    public FuzzCampaign(long seed)
    {
        _chance = new SeededChance(seed);
        _programJson = [.. Shop.Definition.Programs.Select(ProgramJson.Write)];
        _schemaJson = [.. Shop.Definition.Tools.Select(t => Value.Parse(t.Parameters.GetRawText()))];
        _programs = new JsonMutation(_chance, JsonMutation.Parts(_programJson));
        _schemas = new JsonMutation(_chance, JsonMutation.Parts(_schemaJson));
        _arguments = [.. Shop.Definition.Tools.Select((t, i) => new ArgumentGenerator(Shop.Definition, Shop.State, t, seed + i))];
    }

    /// <summary>Programs that the checker took, of all that it was shown.</summary>
    public int Accepted { get; private set; }

    public int Succeeded { get; private set; }

    public int Failed { get; private set; }

    public TimeSpan Longest { get; private set; }

    public void Run(long inputs)
    {
        for (long i = 0; i < inputs; i++)
        {
            var watch = Stopwatch.StartNew();
            switch (i % 4)
            {
                case 0:
                    Program();
                    break;
                case 1:
                    Validator();
                    break;
                case 2:
                    Text();
                    break;
                default:
                    Call();
                    break;
            }

            Longest = watch.Elapsed > Longest ? watch.Elapsed : Longest;
        }
    }

    private void Program()
    {
        var at = _chance.Below(_programJson.Length);
        var json = _programs.Mutate(_programJson[at]);
        ToolProgram program;
        try
        {
            program = ProgramJson.Read(json);
        }
        catch (ProgramException)
        {
            return;
        }

        var tool = Shop.Definition.Tools[at];
        if (ProgramChecker.Check(program, Shop.Definition.Schema, tool).Count > 0)
        {
            return;
        }

        Accepted++;
        var session = Shop.Compiled.With(program).Open();
        for (var i = 0; i < 3; i++)
        {
            Checked(session, () => session.Call(tool.Name, i == 2 ? _arguments[at].Hostile() : _arguments[at].Valid()), program.Writes, () => json.ToJson());
        }
    }

    private void Validator()
    {
        var at = _chance.Below(_schemaJson.Length);
        var schema = _schemas.Mutate(_schemaJson[at]);
        var validator = ArgumentValidator.Compile(Shop.Json(schema.ToJson()));
        var conformance = ResultConformance.Compile(Shop.Json(schema.ToJson()));
        var arguments = _chance.Chance(50) ? _arguments[at].Hostile() : _schemas.Mutate(_arguments[at].Valid());
        var error = validator.Validate(arguments, out var filled);
        if (error is null && validator.Validate(filled, out var again) is null && again != filled)
        {
            throw new InvalidOperationException($"Defaults are not filled in at once: {schema.ToJson()} {arguments.ToJson()}");
        }

        conformance.Conforms(arguments, out _);
    }

    /// <summary>Argument texts that are damaged as bytes.</summary>
    private void Text()
    {
        var at = _chance.Below(_arguments.Length);
        var bytes = Encoding.UTF8.GetBytes(_arguments[at].Valid().ToJson());
        for (var changes = _chance.Below(4); changes > 0 && bytes.Length > 0; changes--)
        {
            bytes[_chance.Below(bytes.Length)] = (byte)_chance.Below(256);
        }

        if (_chance.Chance(20))
        {
            bytes = bytes[..Math.Min(bytes.Length, _chance.Below(bytes.Length + 1))];
        }

        _output.ResetWrittenCount();
        var before = _session.Hash;
        _session.Call(Shop.Definition.Tools[at].Name, bytes, _output);
        var result = Value.Parse(_output.WrittenSpan);
        if (!result["ok"].IsTrue && before != _session.Hash)
        {
            throw new InvalidOperationException($"A failed call changed the state: {Encoding.UTF8.GetString(bytes)}");
        }

        Renew();
    }

    private void Call()
    {
        var at = _chance.Below(_arguments.Length);
        var arguments = _chance.Below(3) switch
        {
            0 => _arguments[at].Valid(),
            1 => _arguments[at].Boundary(),
            _ => _arguments[at].Hostile(),
        };
        var tool = Shop.Definition.Tools[at].Name;
        Checked(_session, () => _session.Call(tool, arguments), Shop.Definition.Programs[at].Writes, () => $"{tool} {arguments.ToJson()}");
        Renew();
    }

    private void Checked(EnvironmentSession session, Func<ToolResult> call, bool writes, Func<string> input)
    {
        var before = session.Hash;
        var clock = session.State().Rows("_session");
        var result = call();
        _ = result.Ok ? Succeeded++ : Failed++;
        if ((!result.Ok || !writes) && (before != session.Hash || !clock.SequenceEqual(session.State().Rows("_session"))))
        {
            throw new InvalidOperationException($"A call that failed or only reads changed the state: {input()}");
        }
    }

    private void Renew()
    {
        if (_chance.Chance(2))
        {
            _session = Shop.Compiled.Open(_chance.Below(1000));
        }
    }
}
