using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Programs.Compilation;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Sessions.Tables;
using AgentScaler.Environments.Validation;

namespace AgentScaler.Environments.Sessions;

/// <summary>One compiled tool: its argument check and its program. All sessions share it.</summary>
internal sealed class CompiledTool
{
    public CompiledTool(ArgumentValidator validator, ToolProgram program, EnvironmentTool tool, DatabaseSchema schema,
        IReadOnlyDictionary<string, TableRules> tables)
    {
        Validator = validator;
        var compiler = new StatementCompiler(tables);
        Run = compiler.Block(DeadBindings.Without(program.Body, () => ProgramChecker.Run(program, schema, tool).Types));
        Slots = compiler.SlotCount;
    }

    public ArgumentValidator Validator { get; }

    public Execute Run { get; }

    public int Slots { get; }
}
